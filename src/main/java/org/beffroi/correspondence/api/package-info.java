/** Its JSON. */
@NullMarked
package org.beffroi.correspondence.api;

import org.jspecify.annotations.NullMarked;
