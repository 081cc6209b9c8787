/** What other modules and people see of obligations. */
@NullMarked
package org.beffroi.coordination;

import org.jspecify.annotations.NullMarked;
