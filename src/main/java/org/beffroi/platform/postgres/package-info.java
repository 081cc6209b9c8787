/** A real PostgreSQL started from the jar, for those who have none: the same engine, the same durability, in a folder of ours. */
@NullMarked
package org.beffroi.platform.postgres;

import org.jspecify.annotations.NullMarked;
