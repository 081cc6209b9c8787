@NullMarked
package org.beffroi.incident.rota;

import org.jspecify.annotations.NullMarked;
