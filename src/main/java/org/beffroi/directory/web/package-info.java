/** Pages on structures. */
@NullMarked
package org.beffroi.directory.web;

import org.jspecify.annotations.NullMarked;
