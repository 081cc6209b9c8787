/**
 * The append-only facts from which every figure is made. No name and no free text: types, dates, codes and salted hashes. A correction is
 * a new fact, so a figure can be given as it was known at any day.
 *
 * <p>For the observatory, which reads nothing else.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.beffroi.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
