/** What people find, and what they must not. */
@NullMarked
package org.beffroi.search;

import org.jspecify.annotations.NullMarked;
