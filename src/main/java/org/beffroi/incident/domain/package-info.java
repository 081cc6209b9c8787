/** The case as a state machine, its rules, and where it is kept. */
@NullMarked
package org.beffroi.incident.domain;

import org.jspecify.annotations.NullMarked;
