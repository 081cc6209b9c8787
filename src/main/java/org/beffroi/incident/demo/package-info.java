/** The demonstration world: invented incidents in invented structures, through the same services as people's work. */
@NullMarked
package org.beffroi.incident.demo;

import org.jspecify.annotations.NullMarked;
