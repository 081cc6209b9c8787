/**
 * What the structure said, version after version: the form, its receipt, the follow-up by a secret link, and the verification of what a
 * guest declared. For declarants; the desk's own view of it is the incident's.
 *
 * <p>Source: CSP L.1111-8-2 and D.1111-16-2 to -4; arrêté of 30 October 2017 (content of the form).
 */
@ApplicationModule(allowedDependencies = {"shared", "taxonomy", "directory", "access"})
@NullMarked
package org.beffroi.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
