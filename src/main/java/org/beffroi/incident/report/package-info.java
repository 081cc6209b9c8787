/** The report of an incident: all of it for the desk, its own for a structure. */
@NullMarked
package org.beffroi.incident.report;

import org.jspecify.annotations.NullMarked;
