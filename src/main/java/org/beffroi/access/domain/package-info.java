/** Accounts, tokens and the audit trail. */
@NullMarked
package org.beffroi.access.domain;

import org.jspecify.annotations.NullMarked;
