/** Declarations as JSON. */
@NullMarked
package org.beffroi.declaration.api;

import org.jspecify.annotations.NullMarked;
