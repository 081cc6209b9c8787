package org.beffroi.directory.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports, and what they did not take. */
@Repository
class ImportStore {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ImportStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void begin(UUID run, String file, String format, Instant now) {
        jdbc.sql("""
                        insert into directory.import_run (id, file, format, started_at)
                        values (:id, :file, :format, :now)
                        """)
                .param("id", run)
                .param("file", file)
                .param("format", format)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(UUID run, Tally tally, boolean complete, Instant now) {
        jdbc.sql("""
                        update directory.import_run set ended_at = :now, complete = :complete, taken = :taken,
                            changed = :changed, unchanged = :unchanged, refused = :refused
                        where id = :id
                        """)
                .param("id", run)
                .param("now", Timestamp.from(now))
                .param("complete", complete)
                .param("taken", tally.taken())
                .param("changed", tally.changed())
                .param("unchanged", tally.unchanged())
                .param("refused", tally.refused())
                .update();
    }

    void refuse(UUID run, int firstPosition, List<Rejection> rejections) {
        var rows = IntStream.range(0, rejections.size())
                .mapToObj(i -> row(run, firstPosition + i, rejections.get(i)))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into directory.import_refusal (import, position, line, subject, reason, detail)
                values (:import, :position, :line, :subject, :reason, :detail)
                """, rows);
    }

    private static SqlParameterSource row(UUID run, int position, Rejection rejection) {
        return new MapSqlParameterSource()
                .addValue("import", run)
                .addValue("position", position)
                .addValue("line", rejection.line())
                .addValue("subject", rejection.subject())
                .addValue("reason", rejection.reason().name())
                .addValue("detail", rejection.detail());
    }

    Optional<Run> last() {
        return jdbc.sql("""
                        select file, format, started_at, ended_at, complete, taken, changed, unchanged, refused
                        from directory.import_run order by started_at desc limit 1
                        """)
                .query((row, number) -> {
                    var ended = row.getTimestamp("ended_at");
                    return new Run(
                            row.getString("file"),
                            row.getString("format"),
                            row.getTimestamp("started_at").toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getBoolean("complete"),
                            new Tally(
                                    row.getLong("taken"),
                                    row.getLong("changed"),
                                    row.getLong("unchanged"),
                                    row.getLong("refused")));
                })
                .optional();
    }

    /**
     * @param endedAt none while it runs, or when it was interrupted
     * @param complete whether the file was read to its regular end
     */
    record Run(
            String file,
            String format,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean complete,
            Tally tally) {}
}
