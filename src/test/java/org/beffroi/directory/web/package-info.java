/** Tests of the pages. */
@NullMarked
package org.beffroi.directory.web;

import org.jspecify.annotations.NullMarked;
