/** Parts of the desk's pages. */
@NullMarked
package org.beffroi.incident.web;

import org.jspecify.annotations.NullMarked;
