/** Evidence for machines. */
@NullMarked
package org.beffroi.incident.evidence.api;

import org.jspecify.annotations.NullMarked;
