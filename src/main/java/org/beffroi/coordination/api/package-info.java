/** Obligations for machines: the same as the pages. */
@NullMarked
package org.beffroi.coordination.api;

import org.jspecify.annotations.NullMarked;
