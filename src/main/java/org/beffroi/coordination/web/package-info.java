/** The obligations on an incident's page, and the page on which the desk says that a recipient was told. */
@NullMarked
package org.beffroi.coordination.web;

import org.jspecify.annotations.NullMarked;
