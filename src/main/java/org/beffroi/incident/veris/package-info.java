/** Incidents written in VERIS, read into our vocabularies by a mapping that is data. */
@NullMarked
package org.beffroi.incident.veris;

import org.jspecify.annotations.NullMarked;
