/**
 * Versioned vocabularies, in French and English: what a form offers, a figure counts by, a machine is sent. Each is one file of
 * {@code resources/taxonomy}, read and checked at start.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.beffroi.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
