/** Playbooks of others: CACAO Security Playbooks 2.0 (OASIS), taken in as the desk's own Markdown. */
@NullMarked
package org.beffroi.incident.cacao;

import org.jspecify.annotations.NullMarked;
