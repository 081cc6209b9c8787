/** The same on pages. */
@NullMarked
package org.beffroi.incident.attack.web;

import org.jspecify.annotations.NullMarked;
