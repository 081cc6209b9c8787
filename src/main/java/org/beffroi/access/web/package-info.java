/** Pages of sign-in and accounts. */
@NullMarked
package org.beffroi.access.web;

import org.jspecify.annotations.NullMarked;
