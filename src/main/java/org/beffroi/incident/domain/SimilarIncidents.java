package org.beffroi.incident.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.SimilarIncident.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which incidents may be the same one, or of the same attack or outage. For the desk: it alone joins. */
@Service
public class SimilarIncidents {
    /** How many are shown: the likeliest. */
    public static final int SHOWN = 8;

    private static final String WEIGHT = Arrays.stream(Reason.values())
            .map(reason -> "when '%s' then %d".formatted(reason, reason.weight()))
            .collect(Collectors.joining(" ", "case reason ", " end"));

    private static final String SIMILAR = "with recursive " + Family.TREE + """
            , mine as (select d.*, array(select jsonb_array_elements_text(stated -> 'causes')) as causes,
                    array(select jsonb_array_elements_text(stated -> 'systems')) as systems
                from incident.incident_declaration d where d.incident_id = :incident)
            , near (incident, reason) as (
                select o.incident_id, 'SAME_STRUCTURE' from mine m join incident.incident_declaration o
                    on o.structure_id = m.structure_id and o.declared_at between m.declared_at - interval '7 days' and m.declared_at + interval '7 days'
                union
                select its.incident_id, 'SAME_OBSERVABLE' from incident.observable o join incident.observable p on %1$s
                    join incident.incident pi on pi.id = p.incident_id
                    join incident.incident_declaration its on its.reference = pi.reference
                    where o.incident_id in (select id from tree) and o.ended_at is null and p.ended_at is null
                union
                select o.incident_id, 'SAME_PROVIDER' from mine m join incident.incident_declaration o on o.provider = m.provider
                    and o.declared_at between m.declared_at - interval '7 days' and m.declared_at + interval '7 days'
                union
                select o.incident_id, 'SAME_CAUSE' from mine m join incident.incident_declaration o
                    on o.declared_at between m.declared_at - interval '3 days' and m.declared_at + interval '3 days'
                    and jsonb_exists_any(o.stated -> 'causes', m.causes) and jsonb_exists_any(o.stated -> 'systems', m.systems))
            , reasons as (
                select incident, array_agg(reason) as reasons, sum(%2$s) as weight
                from near where incident <> :incident group by incident)
            select i.reference, i.open, d.declaration_id, d.structure_name, d.town, d.declared_at, d.stated ->> 'care' as care,
                d.stated ->> 'providerName' as provider, reasons, count(*) over () as found
            from reasons join incident.incident i on i.id = incident join incident.incident_declaration d on d.reference = i.reference
            where i.world = (select world from incident.incident where id = :incident) and (i.open or :past)
            order by weight desc, i.open desc, d.declared_at desc, d.reference limit\s""".formatted(ObservableStore.SAME, WEIGHT);

    private final JdbcClient jdbc;
    private final CaseFiles files;

    SimilarIncidents(JdbcClient jdbc, CaseFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** @param all how many there are; {@code likeliest} are the first of them */
    public record Found(List<SimilarIncident> likeliest, int all) {
        static final Found NOTHING = new Found(List.of(), 0);

        public Found {
            likeliest = List.copyOf(likeliest);
        }
    }

    private record Row(SimilarIncident similar, int found) {}

    @Transactional(readOnly = true)
    public Found to(UUID incident, Viewer viewer) {
        return find(incident, true, SHOWN, viewer);
    }

    /** Those that are still open, as many as may join at once. */
    @Transactional(readOnly = true)
    public Found open(UUID incident, Viewer viewer) {
        return find(incident, false, Waves.AT_ONCE, viewer);
    }

    private Found find(UUID incident, boolean past, int atMost, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return Found.NOTHING;
        }
        var rows = jdbc.sql(SIMILAR + atMost)
                .param("incident", incident)
                .param("past", past)
                .query((row, number) -> row(row))
                .list();
        return rows.isEmpty()
                ? Found.NOTHING
                : new Found(
                        rows.stream().map(Row::similar).toList(),
                        rows.getFirst().found());
    }

    /** The same, by the number that somebody typed. */
    @Transactional(readOnly = true)
    public Found to(String typed, Viewer viewer) {
        return to(files.require(typed, viewer), viewer);
    }

    private static Row row(ResultSet row) throws SQLException {
        var reasons = Arrays.stream((Object[]) row.getArray("reasons").getArray())
                .map(reason -> Reason.valueOf(String.valueOf(reason)))
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Row(
                new SimilarIncident(
                        row.getString("reference"),
                        row.getObject("declaration_id", UUID.class),
                        row.getString("structure_name"),
                        row.getString("town"),
                        row.getTimestamp("declared_at").toInstant(),
                        row.getBoolean("open"),
                        row.getString("care"),
                        row.getString("provider"),
                        reasons),
                row.getInt("found"));
    }
}
