package org.beffroi.correspondence.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.correspondence.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files came with which message. */
@Component
class AttachmentStore {
    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param side who sent it */
    record Row(UUID message, UUID file, Side side, String password) {}

    void add(UUID message, int place, UUID file, String password) {
        jdbc.sql("insert into correspondence.attachment values (:message, :place, :file, :password)")
                .param("message", message)
                .param("place", place)
                .param("file", file)
                .param("password", password)
                .update();
    }

    /** By message, in order. */
    Map<UUID, List<Row>> of(UUID declaration) {
        var found = new HashMap<UUID, List<Row>>();
        jdbc.sql("""
                        select a.*, m.side from correspondence.attachment a join correspondence.message m on m.id = a.message_id
                        where m.declaration_id = :declaration order by m.number, a.place
                        """).param("declaration", declaration).query(row -> {
            found.computeIfAbsent(row.getObject("message_id", UUID.class), any -> new ArrayList<>())
                    .add(new Row(
                            row.getObject("message_id", UUID.class),
                            row.getObject("file_id", UUID.class),
                            Side.valueOf(row.getString("side")),
                            row.getString("password")));
        });
        return found;
    }

    Optional<Row> find(UUID declaration, UUID file) {
        return of(declaration).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.file().equals(file))
                .findFirst();
    }
}
