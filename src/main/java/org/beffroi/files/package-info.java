/**
 * Files that people hand in: received piece by piece, kept encrypted, known by their SHA-256, given out in archives under a password. What a
 * file is of, and who may have it, is said by the module that holds its identifier.
 */
@ApplicationModule(allowedDependencies = {"shared", "access"})
@NullMarked
package org.beffroi.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
