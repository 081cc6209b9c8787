/** The pages of {@code docs/generated} that are about the whole house. */
@NullMarked
package org.beffroi.platform.docs;

import org.jspecify.annotations.NullMarked;
