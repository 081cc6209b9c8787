/** The rules, and what is kept of what they say. */
@NullMarked
package org.beffroi.coordination.domain;

import org.jspecify.annotations.NullMarked;
