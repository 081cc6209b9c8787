/**
 * The year's figures, each with its definition, its denominator and the day at which it was known. For the public, the agencies, the desk
 * and those who write the annual report. Reads the journal and nothing else, so that no figure depends on what rows say today.
 *
 * <p>Source of the indicators: the annual reports of the Observatory of information-system security incidents for the health and
 * medico-social sectors (Agence du numérique en santé).
 */
@ApplicationModule(allowedDependencies = {"shared", "taxonomy", "access", "journal"})
@NullMarked
package org.beffroi.observatory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
