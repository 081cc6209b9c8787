/** The case, its rules, and the desk on a real database. */
@NullMarked
package org.beffroi.incident.domain;

import org.jspecify.annotations.NullMarked;
