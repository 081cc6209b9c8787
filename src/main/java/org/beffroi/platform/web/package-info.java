/** Layout, language, errors. */
@NullMarked
package org.beffroi.platform.web;

import org.jspecify.annotations.NullMarked;
