/** Measures what the whole can do, on the machine at hand, beside what its database alone could. */
@NullMarked
package org.beffroi.platform.bench;

import org.jspecify.annotations.NullMarked;
