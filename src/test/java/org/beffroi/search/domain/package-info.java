/** Words, what was typed, the index and what is found by it. */
@NullMarked
package org.beffroi.search.domain;

import org.jspecify.annotations.NullMarked;
