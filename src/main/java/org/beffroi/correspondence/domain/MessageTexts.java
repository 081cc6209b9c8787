package org.beffroi.correspondence.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.files.Files;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages, and the names of the files that came with them. */
@Component
class MessageTexts implements Searchable {
    private final JdbcClient jdbc;
    private final Files files;

    MessageTexts(JdbcClient jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public List<UUID> changed(int atMost) {
        return jdbc.sql("""
                        delete from correspondence.text_change
                        where position in (select position from correspondence.text_change order by position limit :atMost for update skip locked)
                        returning declaration_id
                        """).param("atMost", atMost).query(UUID.class).list();
    }

    @Override
    public int unread() {
        return jdbc.sql("select count(*) from correspondence.text_change")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<SearchText> texts(Collection<UUID> declarations) {
        var found = new ArrayList<>(messages(declarations));
        var attached = attached(declarations);
        if (!attached.isEmpty()) {
            var kept = files.of(attached.stream().map(Attached::file).toList());
            attached.forEach(one -> Stream.ofNullable(kept.get(one.file()))
                    .map(file -> one.as(file.name()))
                    .forEach(found::add));
        }
        return found;
    }

    private List<SearchText> messages(Collection<UUID> declarations) {
        return jdbc.sql("""
                        select declaration_id, written_at, text, '/messages#m' || number as place
                        from correspondence.message where declaration_id = any(:declarations)
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, number) -> new SearchText(
                        row.getObject("declaration_id", UUID.class),
                        Kind.MESSAGE,
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("text"),
                        row.getString("place")))
                .list();
    }

    /** A file, as a text yet without its name. */
    private record Attached(UUID file, SearchText text) {
        SearchText as(String name) {
            return new SearchText(text.declaration(), text.kind(), text.at(), name, text.place());
        }
    }

    private List<Attached> attached(Collection<UUID> declarations) {
        return jdbc.sql("""
                        select m.declaration_id, m.written_at, a.file_id, '/messages#m' || m.number as place
                        from correspondence.message m join correspondence.attachment a on a.message_id = m.id
                        where m.declaration_id = any(:declarations)
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, number) -> new Attached(
                        row.getObject("file_id", UUID.class),
                        new SearchText(
                                row.getObject("declaration_id", UUID.class),
                                Kind.FILE,
                                row.getTimestamp("written_at").toInstant(),
                                "",
                                row.getString("place"))))
                .list();
    }
}
