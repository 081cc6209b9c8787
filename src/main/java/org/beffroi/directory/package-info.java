/**
 * Who there is: health structures (FINESS sites), their legal entities and hospital groups (GHT), where they are, what they can do, and
 * how they are reached when their own network is down. For whoever declares, treats or counts.
 *
 * <p>Source: the FINESS register (arrêté of 13 Nov 2013) by its open-data files, and the annual survey of establishments (SAE, DREES).
 */
@ApplicationModule(allowedDependencies = {"shared", "taxonomy", "access"})
@NullMarked
package org.beffroi.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
