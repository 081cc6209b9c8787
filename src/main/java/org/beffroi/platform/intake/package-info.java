/** How requests come in and answers go out, whatever the line: who is slow waits by himself and keeps nobody from being served. */
@NullMarked
package org.beffroi.platform.intake;

import org.jspecify.annotations.NullMarked;
