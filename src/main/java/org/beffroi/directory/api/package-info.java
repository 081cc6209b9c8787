/** Structures for machines. */
@NullMarked
package org.beffroi.directory.api;

import org.jspecify.annotations.NullMarked;
