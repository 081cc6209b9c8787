package org.beffroi.shared;

import java.util.List;

/** A part's own verdict on its health, for the operator. */
public interface DoctorCheck {
    List<Verdict> check();

    /**
     * @param subject what was looked at
     * @param well whether it is as it should be
     * @param finding what was found
     * @param remedy what to do; empty when all is well
     */
    record Verdict(String subject, boolean well, String finding, String remedy) {
        public static Verdict well(String subject, String finding) {
            return new Verdict(subject, true, finding, "");
        }

        public static Verdict ill(String subject, String finding, String remedy) {
            return new Verdict(subject, false, finding, remedy);
        }
    }
}
