/**
 * Papers that leave the house: what a module says once, as a record, is written as a PDF that everybody can read (PDF/UA-1, PDF/A-2a) and as
 * Markdown. It knows how things are written down, and nothing of what they are.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.beffroi.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
