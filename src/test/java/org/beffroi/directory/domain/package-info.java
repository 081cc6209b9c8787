/** Tests of the register. */
@NullMarked
package org.beffroi.directory.domain;

import org.jspecify.annotations.NullMarked;
