/** The questionnaire, what was answered to it, and what becomes of it. */
@NullMarked
package org.beffroi.declaration.domain;

import org.jspecify.annotations.NullMarked;
