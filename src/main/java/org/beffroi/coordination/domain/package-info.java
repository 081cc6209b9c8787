/** The rules from their file, what they say of a situation, and the obligations that are kept. */
@NullMarked
package org.beffroi.coordination.domain;

import org.jspecify.annotations.NullMarked;
