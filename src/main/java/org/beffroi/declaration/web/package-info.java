/** The declaration's pages. */
@NullMarked
package org.beffroi.declaration.web;

import org.jspecify.annotations.NullMarked;
