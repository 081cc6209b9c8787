/** Who is asking, and may they? */
@NullMarked
package org.beffroi.platform.security;

import org.jspecify.annotations.NullMarked;
