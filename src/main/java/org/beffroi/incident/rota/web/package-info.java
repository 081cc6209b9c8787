/** The same on pages. */
@NullMarked
package org.beffroi.incident.rota.web;

import org.jspecify.annotations.NullMarked;
