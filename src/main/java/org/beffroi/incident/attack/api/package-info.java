/** The same for machines. */
@NullMarked
package org.beffroi.incident.attack.api;

import org.jspecify.annotations.NullMarked;
