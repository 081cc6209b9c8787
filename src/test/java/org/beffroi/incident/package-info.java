/** What other modules and people see of incidents. */
@NullMarked
package org.beffroi.incident;

import org.jspecify.annotations.NullMarked;
