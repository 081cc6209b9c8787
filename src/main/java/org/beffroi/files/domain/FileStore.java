package org.beffroi.files.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beffroi.files.KeptFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FileStore {
    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param key the file's own in Base64, locked by the house's key of this identifier */
    record Locked(KeptFile file, int pieces, String keyId, String key) {}

    void add(KeptFile file, String keyId, String key) {
        jdbc.sql("""
                        insert into files.file (id, name, media_type, length, at, key_id, key)
                        values (:id, :name, :type, :length, :at, :keyId, :key)
                        """)
                .param("id", file.id())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("length", file.length())
                .param("at", Timestamp.from(file.at()))
                .param("keyId", keyId)
                .param("key", key)
                .update();
    }

    /** Held until the transaction ends. */
    Optional<Locked> hold(UUID id) {
        return one("select * from files.file where id = :id for update", id);
    }

    Optional<Locked> find(UUID id) {
        return one("select * from files.file where id = :id", id);
    }

    /** One that is whole and was not read back yet, held; none that another node holds. */
    Optional<Locked> next() {
        return jdbc.sql("""
                        select * from files.file where received = length and sha256 is null and erased_at is null and not damaged
                        order by at limit 1 for update skip locked
                        """).query(FileStore::locked).optional();
    }

    private Optional<Locked> one(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(FileStore::locked).optional();
    }

    Map<UUID, KeptFile> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from files.file where id in (:ids)")
                        .param("ids", ids)
                        .query(FileStore::locked)
                        .list()
                        .stream()
                        .map(Locked::file)
                        .collect(Collectors.toMap(KeptFile::id, Function.identity()));
    }

    void addPiece(UUID file, int place, byte[] locked) {
        jdbc.sql("insert into files.piece (file_id, place, locked) values (:file, :place, :locked)")
                .param("file", file)
                .param("place", place)
                .param("locked", locked)
                .update();
    }

    Optional<byte[]> piece(UUID file, int place) {
        return jdbc.sql("select locked from files.piece where file_id = :file and place = :place")
                .param("file", file)
                .param("place", place)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void grown(UUID file, long received, int pieces) {
        jdbc.sql("update files.file set received = :received, pieces = :pieces where id = :file")
                .param("file", file)
                .param("received", received)
                .param("pieces", pieces)
                .update();
    }

    void readBack(UUID file, String sha256) {
        jdbc.sql("update files.file set sha256 = :sha256 where id = :file")
                .param("file", file)
                .param("sha256", sha256)
                .update();
    }

    void damaged(UUID file) {
        jdbc.sql("update files.file set damaged = true where id = :file")
                .param("file", file)
                .update();
    }

    void erase(UUID file, Instant now) {
        jdbc.sql("delete from files.piece where file_id = :file")
                .param("file", file)
                .update();
        jdbc.sql("update files.file set erased_at = :now where id = :file and erased_at is null")
                .param("file", file)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Begun before that moment, and never finished. */
    List<UUID> abandoned(Instant before, int atMost) {
        return jdbc.sql("""
                        select id from files.file where received < length and erased_at is null and at < :before
                        order by at limit :most
                        """)
                .param("before", Timestamp.from(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }

    /** @param bytes of those that are here */
    record Stock(long files, long bytes, long damaged, List<String> keys) {}

    Stock stock() {
        return jdbc.sql("""
                        select count(*), coalesce(sum(received), 0), count(*) filter (where damaged),
                            coalesce(array_agg(distinct key_id), array[]::text[])
                        from files.file where erased_at is null
                        """)
                .query((row, number) -> new Stock(row.getLong(1), row.getLong(2), row.getLong(3), List.of((String[])
                        row.getArray(4).getArray())))
                .single();
    }

    private static Locked locked(ResultSet row, int number) throws SQLException {
        var erased = row.getTimestamp("erased_at");
        return new Locked(
                new KeptFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("length"),
                        row.getLong("received"),
                        row.getString("sha256"),
                        row.getTimestamp("at").toInstant(),
                        erased == null ? null : erased.toInstant()),
                row.getInt("pieces"),
                row.getString("key_id"),
                row.getString("key"));
    }
}
