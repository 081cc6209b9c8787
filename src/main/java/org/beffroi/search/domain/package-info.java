/** What is indexed and when, what was typed, what is found of it, and the pieces of text that show it. */
@NullMarked
package org.beffroi.search.domain;

import org.jspecify.annotations.NullMarked;
