/** What other modules and people see of incidents. */
@NullMarked
package org.beffroi.correspondence;

import org.jspecify.annotations.NullMarked;
