/** The same for machines. */
@NullMarked
package org.beffroi.incident.api;

import org.jspecify.annotations.NullMarked;
