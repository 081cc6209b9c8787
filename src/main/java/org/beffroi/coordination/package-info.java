/**
 * Who must be told of an incident, by whom, and by when: obligations that follow from what was declared and judged, and what was done
 * about each. For the desk, which transmits; for the agencies, which read what concerns their region.
 *
 * <p>Source: CSP D.1111-16-3 (desk, agency, FSSI, CORRUSS, ANSM, ANSSI); GDPR art. 33; LOPMI (complaint within 72 hours); NIS2 art. 23.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "taxonomy", "directory", "access", "declaration", "incident", "papers"})
@NullMarked
package org.beffroi.coordination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
