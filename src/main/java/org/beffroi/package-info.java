/** Beffroi: one platform for a health sector's cyber incidents. */
@NullMarked
package org.beffroi;

import org.jspecify.annotations.NullMarked;
