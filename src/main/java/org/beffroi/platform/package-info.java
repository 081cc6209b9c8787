/** What every page and command stands on: the security chain, the layout, errors, the doctor, the demonstration, the embedded database. */
@ApplicationModule(allowedDependencies = {"shared", "access"})
@NullMarked
package org.beffroi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
