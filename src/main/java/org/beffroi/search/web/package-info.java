/** The page of the search over everything. */
@NullMarked
package org.beffroi.search.web;

import org.jspecify.annotations.NullMarked;
