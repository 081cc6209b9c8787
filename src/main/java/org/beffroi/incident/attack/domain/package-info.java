/** What an attacker did, in the words of MITRE ATT&amp;CK, and what hangs together with what. */
@NullMarked
package org.beffroi.incident.attack.domain;

import org.jspecify.annotations.NullMarked;
