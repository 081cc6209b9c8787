package org.beffroi.platform.command;

import java.io.PrintStream;
import java.util.List;
import org.beffroi.shared.Command;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Asks every part for its verdict, and says how to mend what is wrong. */
@Component
class DoctorCommand implements Command {
    private final List<DoctorCheck> checks;

    DoctorCommand(List<DoctorCheck> checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String help() {
        return "says what is wrong, and how to mend it";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var verdicts =
                checks.stream().flatMap(check -> verdicts(check).stream()).toList();
        for (var verdict : verdicts) {
            out.printf("%s %-22s %s%n", verdict.well() ? "✔" : "✘", verdict.subject(), verdict.finding());
            if (!verdict.well()) {
                out.printf("  → %s%n", verdict.remedy());
            }
        }
        var ill = verdicts.stream().filter(verdict -> !verdict.well()).count();
        out.printf("%d looked at, %d to mend%n", verdicts.size(), ill);
        return ill == 0 ? 0 : 1;
    }

    /** A check that fails is a finding too, not the end of the round. */
    private static List<DoctorCheck.Verdict> verdicts(DoctorCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            return List.of(DoctorCheck.Verdict.ill(
                    check.getClass().getSimpleName(),
                    "the check itself failed: " + e.getMessage(),
                    "If the database answers, this is a fault of ours: report it with this line."));
        }
    }
}
