/** The same for machines. */
@NullMarked
package org.beffroi.incident.rota.api;

import org.jspecify.annotations.NullMarked;
