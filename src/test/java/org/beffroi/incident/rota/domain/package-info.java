@NullMarked
package org.beffroi.incident.rota.domain;

import org.jspecify.annotations.NullMarked;
