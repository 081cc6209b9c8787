/**
 * The search over everything: incidents by whatever was declared, written, seen or handed in, as far as whoever asks may read it.
 *
 * <p>For the desk; agencies find what concerns their region. It keeps an index of its own, made behind, of texts that other modules give it by
 * {@code incident.Searchable}; nothing that it shows comes from the index.
 */
@ApplicationModule(allowedDependencies = {"shared", "taxonomy", "directory", "access", "incident"})
@NullMarked
package org.beffroi.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
