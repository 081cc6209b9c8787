/** The search over everything, for machines. */
@NullMarked
package org.beffroi.search.api;

import org.jspecify.annotations.NullMarked;
