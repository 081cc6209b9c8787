/**
 * The desk's case: what was declared together, who has it in hand, how it was judged, what was done, how it ended.
 *
 * <p>For the desk; agencies read what concerns their region. Source: CSP D.1111-16-2 to -4 (grades, the duty to tell of the resolution).
 */
@ApplicationModule(
        allowedDependencies = {"shared", "taxonomy", "directory", "access", "declaration", "files", "papers"})
@NullMarked
package org.beffroi.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
