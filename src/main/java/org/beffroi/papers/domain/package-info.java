/** The two ways of writing. */
@NullMarked
package org.beffroi.papers.domain;

import org.jspecify.annotations.NullMarked;
