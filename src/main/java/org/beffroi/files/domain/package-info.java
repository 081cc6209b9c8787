/** Pieces, keys, seals. */
@NullMarked
package org.beffroi.files.domain;

import org.jspecify.annotations.NullMarked;
