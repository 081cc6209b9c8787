package org.beffroi.directory.domain;

import java.io.IOException;
import java.io.InputStream;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;

/** A file of which each line stands for itself: what is wrong with one is said, and the next is read. */
abstract class LineFile {
    private final Intake intake;
    private final boolean westernAllowed;

    LineFile(Intake intake, boolean westernAllowed) {
        this.intake = intake;
        this.westernAllowed = westernAllowed;
    }

    Intake intake() {
        return intake;
    }

    /** @return whether the file was of use to its end */
    boolean read(InputStream in) throws IOException {
        var lines = new TextLines(in, westernAllowed);
        boolean readable = true;
        while (readable && lines.advance()) {
            readable = take(lines);
        }
        return readable;
    }

    private boolean take(TextLines lines) {
        var subject = "";
        try {
            var text = lines.text();
            if (text.isBlank()) {
                return true;
            }
            subject = subject(text);
            return take(lines.line(), text);
        } catch (Rejected e) {
            var rejection = e.at(lines.line(), subject);
            intake.refuse(
                    lines.unfinished() && rejection.reason() == Reason.WRONG_COLUMNS ? cutOff(rejection) : rejection);
            return true;
        }
    }

    private static Rejection cutOff(Rejection rejection) {
        return new Rejection(
                rejection.line(),
                rejection.subject(),
                Reason.CUT_OFF,
                "the last line is not whole: " + rejection.detail());
    }

    /** What a line is about, as far as can be said of a line that may be broken. */
    abstract String subject(String line);

    /** @return false when the rest of the file is of no use either */
    abstract boolean take(long number, String line) throws Rejected;
}
