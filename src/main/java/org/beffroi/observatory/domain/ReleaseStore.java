package org.beffroi.observatory.domain;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.beffroi.observatory.domain.PublicRecord.Release;
import org.beffroi.shared.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each release as it was made first: whatever the program counts otherwise later, the public is not told that year anew. */
@Component
class ReleaseStore {
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<Set<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReleaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(int year, LocalDate toldOn, String figures, String counts, String hidden) {}

    /** By year, those told on that day or before. */
    Map<Integer, Release> until(LocalDate day, World world) {
        var releases = new HashMap<Integer, Release>();
        jdbc.sql(
                        "select year, told_on, figures, counts, hidden from observatory.release where world = ? and told_on <= ?")
                .params(world.code(), Date.valueOf(day))
                .query(Row.class)
                .list()
                .forEach(row -> releases.put(row.year(), release(row)));
        return releases;
    }

    private Release release(Row row) {
        var tally = CellCounts.of(json.readValue(row.counts(), COUNTS));
        var told = new Counted(tally, Disclosure.told(tally, json.readValue(row.hidden(), CELLS)));
        return new Release(row.toldOn(), json.readValue(row.figures(), YearFigures.class), told);
    }

    /** @return the record with its releases as they are kept, which another server may have done first */
    @Transactional
    PublicRecord keep(LocalDate day, World world, PublicRecord record) {
        record.releases().forEach((year, release) -> keep(world, year, release));
        return record.with(until(day, world));
    }

    private void keep(World world, int year, Release release) {
        var counted = release.counted();
        jdbc.sql("""
                        insert into observatory.release (world, year, told_on, figures, counts, hidden)
                        values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb)) on conflict do nothing
                        """)
                .params(
                        world.code(),
                        year,
                        Date.valueOf(release.day()),
                        json.writeValueAsString(release.figures()),
                        json.writeValueAsString(counted.tally().cells()),
                        json.writeValueAsString(counted.disclosure().hidden()))
                .update();
    }
}
