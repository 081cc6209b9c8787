/** The whole application in a real browser: what people come for, from the first page to the last. */
@NullMarked
package org.beffroi.journey;

import org.jspecify.annotations.NullMarked;
