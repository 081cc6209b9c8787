/** What may be written, by whom, and where it is kept. */
@NullMarked
package org.beffroi.correspondence.domain;

import org.jspecify.annotations.NullMarked;
