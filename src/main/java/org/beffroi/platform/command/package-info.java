/** What the operator runs from the shell. */
@NullMarked
package org.beffroi.platform.command;

import org.jspecify.annotations.NullMarked;
