/** Who has what, and who had it. */
@NullMarked
package org.beffroi.incident.evidence.domain;

import org.jspecify.annotations.NullMarked;
