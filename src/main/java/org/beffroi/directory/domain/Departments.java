package org.beffroi.directory.domain;

import java.util.Locale;
import java.util.Map;

/** How the files write departments, brought to INSEE's codes. */
final class Departments {
    /**
     * The register's own codes for overseas. Saint-Martin and Saint-Barthélemy are counted with Guadeloupe, whose agency (ARS) is in
     * charge of them.
     */
    private static final Map<String, String> OVERSEAS = Map.of(
            "9A", "971",
            "9B", "972",
            "9C", "973",
            "9D", "974",
            "9E", "975",
            "9F", "976",
            "977", "971",
            "978", "971");

    private Departments() {}

    static String code(String written) {
        var code = written.strip().toUpperCase(Locale.ROOT);
        if (code.length() == 1) {
            code = '0' + code;
        }
        return OVERSEAS.getOrDefault(code, code);
    }

    /** @param commune INSEE code, 5 characters */
    static String ofCommune(String commune) {
        if (commune.length() != 5) {
            return "";
        }
        return code(commune.substring(0, commune.startsWith("97") || commune.startsWith("98") ? 3 : 2));
    }
}
