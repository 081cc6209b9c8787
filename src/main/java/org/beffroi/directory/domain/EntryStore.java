package org.beffroi.directory.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beffroi.directory.Capacity;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Position;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Structures as imports bring them, many at a time. */
@Repository
class EntryStore {
    private static final String UPSERT = """
            insert into directory.structure
                (id, finess, country, legal_entity, name, long_name, category, legal_status, region, department, town, postcode,
                 address, siret, latitude, longitude, opened_on, closed_on, emergency, paediatric_emergency, emergency_visits,
                 smur, samu, acute_beds, intensive_care_beds, activities, search, weight, created_at, changed_at)
            values
                (:id, :finess, 'FR', :legalEntity, :name, :longName, :category, :legalStatus, :region, :department, :town, :postcode,
                 :address, :siret, :latitude, :longitude, :openedOn, :closedOn, :emergency, :paediatricEmergency, :emergencyVisits,
                 :smur, :samu, :acuteBeds, :intensiveCareBeds, :activities, :search, :weight, :now, :now)
            on conflict (finess) do update set
                legal_entity = excluded.legal_entity, name = excluded.name, long_name = excluded.long_name,
                category = excluded.category, legal_status = excluded.legal_status, region = excluded.region,
                department = excluded.department, town = excluded.town, postcode = excluded.postcode,
                address = excluded.address, siret = excluded.siret, latitude = excluded.latitude,
                longitude = excluded.longitude, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
                emergency = excluded.emergency, paediatric_emergency = excluded.paediatric_emergency,
                emergency_visits = excluded.emergency_visits, smur = excluded.smur, samu = excluded.samu,
                acute_beds = excluded.acute_beds, intensive_care_beds = excluded.intensive_care_beds,
                activities = excluded.activities, search = excluded.search, weight = excluded.weight,
                changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    EntryStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, Entry> byFiness(Collection<String> numbers) {
        return load("s.finess in (:keys)", numbers);
    }

    Map<String, Entry> byLegalEntity(Collection<String> numbers) {
        return load("s.legal_entity in (:keys)", numbers);
    }

    private Map<String, Entry> load(String where, Collection<String> keys) {
        var entries = new HashMap<String, Entry>();
        if (!keys.isEmpty()) {
            var contacts = contacts("c.from_register and " + where, keys);
            jdbc.sql("select " + StructureRow.COLUMNS + " from " + StructureRow.TABLES + " where " + where)
                    .param("keys", keys)
                    .query((row, number) -> EntryRow.entry(row, contacts))
                    .list()
                    .forEach(entry -> entries.put(entry.finess(), entry));
        }
        return entries;
    }

    /** By FINESS number, what people keep by hand: where the register says the same, theirs stands for it. */
    Map<String, List<Contact>> keptByHand(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : contacts("not c.from_register and s.finess in (:keys)", numbers);
    }

    private Map<String, List<Contact>> contacts(String where, Collection<String> keys) {
        var contacts = new HashMap<String, List<Contact>>();
        jdbc.sql("""
                        select s.finess, c.kind, c.value from directory.contact c
                        join directory.structure s on s.id = c.structure
                        where %s order by c.kind collate "C", c.value collate "C"
                        """.formatted(where)).param("keys", keys).query(row -> {
            contacts.merge(
                    row.getString("finess"),
                    List.of(EntryRow.contact(row.getString("kind"), row.getString("value"))),
                    EntryRow::joined);
        });
        return contacts;
    }

    /** Enters new ones, replaces known ones. */
    void save(Collection<Entry> entries, Map<String, Integer> weights, Instant now) {
        var rows = entries.stream()
                .map(entry -> row(entry, weights.getOrDefault(entry.finess(), 0), now))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(UPSERT, rows);
        saveContacts(entries, now);
    }

    private static MapSqlParameterSource row(Entry entry, int weight, Instant now) {
        var row = new MapSqlParameterSource()
                .addValue("id", UuidCreator.getTimeOrderedEpoch())
                .addValue("finess", entry.finess())
                .addValue("name", entry.name())
                .addValue("longName", entry.longName(), Types.VARCHAR)
                .addValue("category", entry.category())
                .addValue("legalStatus", entry.legalStatus(), Types.VARCHAR)
                .addValue("region", entry.region(), Types.VARCHAR)
                .addValue("department", entry.department())
                .addValue("town", entry.town(), Types.VARCHAR)
                .addValue("postcode", entry.postcode(), Types.VARCHAR)
                .addValue("address", entry.address(), Types.VARCHAR)
                .addValue("siret", entry.siret(), Types.VARCHAR)
                .addValue("openedOn", entry.openedOn(), Types.DATE)
                .addValue("closedOn", entry.closedOn(), Types.DATE)
                .addValue("search", entry.searchText())
                .addValue("weight", weight)
                .addValue("now", Timestamp.from(now));
        var owner = entry.legalEntity();
        var position = entry.position();
        row.addValue("legalEntity", owner == null ? null : owner.finess(), Types.VARCHAR);
        row.addValue("latitude", position == null ? null : position.latitude(), Types.DOUBLE);
        row.addValue("longitude", position == null ? null : position.longitude(), Types.DOUBLE);
        return addCapacity(row, Objects.requireNonNullElse(entry.capacity(), Capacity.UNKNOWN));
    }

    private static MapSqlParameterSource addCapacity(MapSqlParameterSource row, Capacity capacity) {
        return row.addValue("emergency", capacity.emergency())
                .addValue("paediatricEmergency", capacity.paediatricEmergency())
                .addValue("emergencyVisits", capacity.emergencyVisits(), Types.INTEGER)
                .addValue("smur", capacity.smur())
                .addValue("samu", capacity.samu())
                .addValue("acuteBeds", capacity.acuteBeds(), Types.INTEGER)
                .addValue("intensiveCareBeds", capacity.intensiveCareBeds(), Types.INTEGER)
                .addValue("activities", capacity.activities().stream().sorted().toArray(String[]::new));
    }

    private void saveContacts(Collection<Entry> entries, Instant now) {
        var said = entries.stream().filter(entry -> entry.contacts() != null).toList();
        if (said.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from directory.contact where from_register
                            and structure in (select id from directory.structure where finess in (:numbers))
                        """)
                .param("numbers", said.stream().map(Entry::finess).toList())
                .update();
        var rows = said.stream()
                .flatMap(entry -> Objects.requireNonNull(entry.contacts()).stream()
                        .map(contact -> new MapSqlParameterSource()
                                .addValue("id", UuidCreator.getTimeOrderedEpoch())
                                .addValue("finess", entry.finess())
                                .addValue("kind", contact.kind().name())
                                .addValue("value", contact.value())
                                .addValue("now", Timestamp.from(now))))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into directory.contact (id, structure, kind, value, from_register, changed_at)
                select :id, s.id, :kind, :value, true, :now from directory.structure s where s.finess = :finess
                on conflict (structure, kind, value) do nothing
                """, rows);
    }

    /** @return how many were at another place, or at none */
    int locate(Map<String, Position> positions, Instant now) {
        var rows = positions.entrySet().stream()
                .map(located -> new MapSqlParameterSource()
                        .addValue("finess", located.getKey())
                        .addValue("latitude", located.getValue().latitude())
                        .addValue("longitude", located.getValue().longitude())
                        .addValue("now", Timestamp.from(now)))
                .toArray(SqlParameterSource[]::new);
        var moved = batches.batchUpdate("""
                update directory.structure set latitude = :latitude, longitude = :longitude, changed_at = :now
                where finess = :finess and (latitude, longitude) is distinct from (:latitude, :longitude)
                """, rows);
        return Arrays.stream(moved).sum();
    }
}
