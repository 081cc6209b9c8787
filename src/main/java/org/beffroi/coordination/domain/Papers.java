package org.beffroi.coordination.domain;

import java.time.Clock;
import org.beffroi.access.AuditTrail;
import org.springframework.stereotype.Component;

/** What the desk works by: the rules, the clock, and where it is written down that something was read or done. */
@Component
record Papers(RuleBook rules, AuditTrail trail, Clock clock) {}
