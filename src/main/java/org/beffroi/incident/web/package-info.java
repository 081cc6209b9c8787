/** Pages of the desk. */
@NullMarked
package org.beffroi.incident.web;

import org.jspecify.annotations.NullMarked;
