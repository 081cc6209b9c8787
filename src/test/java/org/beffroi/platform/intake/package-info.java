@NullMarked
package org.beffroi.platform.intake;

import org.jspecify.annotations.NullMarked;
