/** The register: what is kept of a structure, how files are taken in, how it is searched. */
@NullMarked
package org.beffroi.directory.domain;

import org.jspecify.annotations.NullMarked;
