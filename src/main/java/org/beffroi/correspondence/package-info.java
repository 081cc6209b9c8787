/**
 * What the desk and a structure write to each other about a declaration, and how the structure is told that there is something to read.
 *
 * <p>For the desk and for declarants; nobody else reads it, and one structure never reads another's. Internal notes are the incident's.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "taxonomy", "directory", "access", "declaration", "incident", "files", "papers"
        })
@NullMarked
package org.beffroi.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
