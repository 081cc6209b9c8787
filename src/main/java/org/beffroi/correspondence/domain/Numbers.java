package org.beffroi.correspondence.domain;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.beffroi.declaration.StructureSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers within what people write. Overseas numbers are written like those of Paris, and have country codes of their own: 0692 is
 * a mobile of Réunion (+262), whoever writes it. Numbers that nobody has, such as those kept for novels (06 39 98), are none.
 */
final class Numbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** Those in whose numbers the first digits tell them from all others. */
    private static final List<String> FRANCE = List.of("FR", "GP", "GF", "MQ", "RE", "YT");

    private static final Map<String, String> BY_DEPARTMENT = Map.of(
            "971", "GP", "972", "MQ", "973", "GF", "974", "RE", "975", "PM", "976", "YT", "977", "BL", "978", "MF");

    /** +33 before a number of overseas: dialled so, it is none. */
    private static final Pattern WRONG_CODE = Pattern.compile(
            "(?:\\+|\\b00)33[ .\u00A0]*(?:\\(0\\))?[ .\u00A0]*(?=(?:26[239]|59[046]|639|69[0-7])[ .\u00A0]?\\d)");

    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    private static final Set<PhoneNumberType> LANDLINE = Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.VOIP);

    private Numbers() {}

    /**
     * @param e164 {@code +33612345678}
     * @param shown as it is read aloud and dialled from France
     * @param mobile takes text messages
     */
    record Phone(String e164, String shown, boolean mobile) {}

    /** In the order of the text; by what a number means where the structure is, then in France. Premium rates are left out. */
    static List<Phone> in(String text, StructureSnapshot structure) {
        return in(text, home(structure.country(), structure.department()));
    }

    /** By what a number means in France. */
    static List<Phone> inFrance(String text) {
        return in(text, "FR");
    }

    private static List<Phone> in(String text, String home) {
        var said = WRONG_CODE.matcher(text).replaceAll("0");
        var found = new TreeMap<Integer, Phone>();
        look(said, home, found);
        FRANCE.forEach(region -> look(said, region, found));
        return List.copyOf(found.values());
    }

    private static String home(String country, @Nullable String department) {
        return department == null ? country : BY_DEPARTMENT.getOrDefault(department, country);
    }

    private static void look(String text, String region, Map<Integer, Phone> found) {
        for (var match : UTIL.findNumbers(text, region)) {
            var type = UTIL.getNumberType(match.number());
            if (MOBILE.contains(type) || LANDLINE.contains(type)) {
                found.putIfAbsent(match.start(), number(match.number(), MOBILE.contains(type)));
            }
        }
    }

    private static Phone number(PhoneNumber number, boolean mobile) {
        return new Phone(UTIL.format(number, PhoneNumberFormat.E164), shown(number), mobile);
    }

    private static String shown(PhoneNumber number) {
        var french = FRANCE.contains(String.valueOf(UTIL.getRegionCodeForNumber(number)));
        return UTIL.format(number, french ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
                .replace(' ', '\u00A0');
    }

    /** As it is read aloud; what is no number, as it is. */
    static String shown(String e164) {
        try {
            return shown(UTIL.parse(e164, null));
        } catch (NumberParseException none) {
            return e164;
        }
    }
}
