/** Who of the desk is on duty by day and on call by night, and who is called when a major incident comes. */
@NullMarked
package org.beffroi.incident.rota.domain;

import org.jspecify.annotations.NullMarked;
