/** What tests of the whole application stand on. */
@NullMarked
package org.beffroi.testing;

import org.jspecify.annotations.NullMarked;
