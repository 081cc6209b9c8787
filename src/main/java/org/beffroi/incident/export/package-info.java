/** An incident in the formats of others: VERIS and MISP. */
@NullMarked
package org.beffroi.incident.export;

import org.jspecify.annotations.NullMarked;
