/** Evidence on the pages. */
@NullMarked
package org.beffroi.incident.evidence.web;

import org.jspecify.annotations.NullMarked;
