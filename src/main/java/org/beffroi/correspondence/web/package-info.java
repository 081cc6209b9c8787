/** Its pages. */
@NullMarked
package org.beffroi.correspondence.web;

import org.jspecify.annotations.NullMarked;
