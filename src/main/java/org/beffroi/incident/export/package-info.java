/** An incident in the formats of others: VERIS, MISP and STIX. */
@NullMarked
package org.beffroi.incident.export;

import org.jspecify.annotations.NullMarked;
