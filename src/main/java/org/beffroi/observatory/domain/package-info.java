/** From facts to cases, from cases to figures, and what of them may be published. */
@NullMarked
package org.beffroi.observatory.domain;

import org.jspecify.annotations.NullMarked;
