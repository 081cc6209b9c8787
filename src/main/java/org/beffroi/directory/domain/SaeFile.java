package org.beffroi.directory.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beffroi.directory.Capacity;
import org.beffroi.directory.Position;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Establishments as the yearly survey (SAE, DREES) describes them; the columns are found by their names in the first line. UTF-8. The
 * column of emergency visits bears the survey's year.
 */
final class SaeFile extends LineFile {
    private static final List<String> NEEDED = List.of(
            "finess_et",
            "finess_ej",
            "raison_sociale",
            "categorie_code",
            "statut",
            "departement",
            "commune",
            "adresse",
            "code_postal",
            "siret",
            "lat",
            "lon",
            "urgences",
            "smur",
            "samu",
            "lits_mco",
            "lits_rea",
            "psy",
            "ssr",
            "had",
            "dialyse",
            "bloc",
            "imagerie",
            "biologie",
            "usld",
            "telemed");
    private static final String VISITS = "urgences_passages_";
    private static final Pattern VISITS_OF_A_YEAR = Pattern.compile(VISITS + "\\d{4}");
    private static final Map<String, String> STATUS = Map.of(
            "Public", "PUBLIC",
            "Privé non lucratif", "PRIVATE_NON_PROFIT",
            "Privé à but lucratif", "PRIVATE_FOR_PROFIT");
    private static final Map<String, String> ACTIVITIES = Map.of(
            "psy", "PSYCHIATRY",
            "ssr", "REHABILITATION",
            "had", "HOME_CARE",
            "dialyse", "DIALYSIS",
            "bloc", "OPERATING_THEATRE",
            "imagerie", "IMAGING",
            "biologie", "LABORATORY",
            "usld", "LONG_TERM_CARE",
            "telemed", "TELEHEALTH");

    private final Map<String, Integer> columns = new HashMap<>();

    SaeFile(Intake intake) {
        super(intake, false);
    }

    @Override
    String subject(String line) {
        return line.split(";", 2)[0];
    }

    @Override
    boolean take(long number, String line) throws Rejected {
        var fields = CsvLine.split(line);
        if (columns.isEmpty()) {
            return readHeader(number, fields);
        }
        if (fields.cells().size() != columns.size()) {
            throw new Rejected(
                    Reason.WRONG_COLUMNS,
                    "%d columns, where the first line names %d"
                            .formatted(fields.cells().size(), columns.size()));
        }
        intake().entry(number, entry(fields));
        return true;
    }

    private boolean readHeader(long number, Fields names) {
        for (int i = 0; i < names.cells().size(); i++) {
            columns.put(names.text(i), i);
        }
        var missing = Stream.concat(NEEDED.stream(), Stream.of(visits()))
                .filter(name -> !columns.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            intake().refuse(new Rejection(
                    number, "header", Reason.WRONG_COLUMNS, "missing: " + String.join(", ", missing)));
        }
        return missing.isEmpty();
    }

    /** The latest year's, where there are several. */
    private String visits() {
        return columns.keySet().stream()
                .filter(name -> VISITS_OF_A_YEAR.matcher(name).matches())
                .max(Comparator.naturalOrder())
                .orElse(VISITS + "<year>");
    }

    private Entry entry(Fields fields) throws Rejected {
        var owner = fields.optional(at("finess_ej"));
        return new Entry(
                fields.text(at("finess_et")),
                owner == null ? null : new LegalEntity(owner, null, null, null),
                fields.text(at("raison_sociale")),
                null,
                fields.text(at("categorie_code")),
                STATUS.get(fields.text(at("statut"))),
                null,
                fields.text(at("departement")),
                fields.optional(at("commune")),
                fields.optional(at("code_postal")),
                fields.optional(at("adresse")),
                fields.optional(at("siret")),
                position(fields),
                null,
                false,
                null,
                capacity(fields),
                null);
    }

    private @Nullable Position position(Fields fields) throws Rejected {
        var latitude = fields.optional(at("lat"));
        var longitude = fields.optional(at("lon"));
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new Position(Fields.decimal(latitude), Fields.decimal(longitude));
        } catch (IllegalArgumentException e) {
            throw new Rejected(Reason.WRONG_VALUE, String.valueOf(e.getMessage()));
        }
    }

    private Capacity capacity(Fields fields) throws Rejected {
        var emergency = fields.text(at("urgences"));
        var capacity = new Capacity(
                !emergency.isEmpty(),
                emergency.contains("PED"),
                fields.number(at(visits())),
                flag(fields, "smur"),
                flag(fields, "samu"),
                fields.number(at("lits_mco")),
                fields.number(at("lits_rea")),
                Set.of());
        var activities = new TreeSet<String>();
        for (var activity : ACTIVITIES.entrySet()) {
            add(activities, flag(fields, activity.getKey()), activity.getValue());
        }
        add(activities, capacity.emergency(), "EMERGENCY");
        add(activities, capacity.paediatricEmergency(), "PAEDIATRICS");
        add(activities, capacity.smur(), "MOBILE_EMERGENCY");
        add(activities, capacity.samu(), "EMERGENCY_CALLS");
        add(activities, Objects.requireNonNullElse(capacity.intensiveCareBeds(), 0) > 0, "INTENSIVE_CARE");
        return capacity.with(activities);
    }

    private static void add(Set<String> activities, boolean present, String activity) {
        if (present) {
            activities.add(activity);
        }
    }

    private boolean flag(Fields fields, String column) {
        return fields.text(at(column)).equals("1");
    }

    private int at(String column) {
        return Objects.requireNonNull(columns.get(column));
    }
}
