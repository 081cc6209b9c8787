/**
 * Who may see and do what: accounts, roles, scopes, sign-in, API tokens, and the audit trail of who read or changed what.
 *
 * <p>For every module that shows or changes anything. Rights are a predicate in the query ({@link org.beffroi.access.Scope}), not a
 * filter on the screen.
 */
@ApplicationModule(allowedDependencies = {"shared", "taxonomy"})
@NullMarked
package org.beffroi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
