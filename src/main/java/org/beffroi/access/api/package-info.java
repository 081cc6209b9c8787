/** Accounts and tokens as JSON. */
@NullMarked
package org.beffroi.access.api;

import org.jspecify.annotations.NullMarked;
