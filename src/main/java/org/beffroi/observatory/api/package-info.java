/** The same figures for machines. */
@NullMarked
package org.beffroi.observatory.api;

import org.jspecify.annotations.NullMarked;
