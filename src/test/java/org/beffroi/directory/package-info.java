/** Tests of the directory. */
@NullMarked
package org.beffroi.directory;

import org.jspecify.annotations.NullMarked;
