/** Pages of the observatory. */
@NullMarked
package org.beffroi.observatory.web;

import org.jspecify.annotations.NullMarked;
