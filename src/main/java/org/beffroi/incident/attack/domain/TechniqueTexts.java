package org.beffroi.incident.attack.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.Searchable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Techniques by number, by name, by what they are done for, in French too, and by what was seen of them. */
@Component
class TechniqueTexts implements Searchable {
    private final JdbcClient jdbc;
    private final AttackBook book;
    private final MessageSource texts;

    TechniqueTexts(JdbcClient jdbc, AttackBook book, MessageSource texts) {
        this.jdbc = jdbc;
        this.book = book;
        this.texts = texts;
    }

    @Override
    public List<SearchText> texts(Collection<UUID> declarations) {
        return jdbc.sql("""
                        select d.declaration_id, x.at, x.technique, x.words
                        from incident.incident_declaration d join incident.incident i on i.reference = d.reference
                            join incident.technique x on x.incident_id = i.id
                        where d.declaration_id = any(:declarations) and x.ended_at is null
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, number) -> new SearchText(
                        row.getObject("declaration_id", UUID.class),
                        Kind.TECHNIQUE,
                        row.getTimestamp("at").toInstant(),
                        named(row.getString("technique"), row.getString("words")),
                        "#techniques"))
                .list();
    }

    private String named(String id, String words) {
        var known = book.find(id).stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.name()),
                        one.tactics().stream()
                                .flatMap(tactic -> Stream.of(Locale.FRENCH, Locale.ENGLISH)
                                        .map(language -> texts.getMessage(
                                                "incident.tactic." + tactic, null, tactic, language)))));
        return Stream.of(Stream.of(id), known, Stream.of(words))
                .flatMap(all -> all)
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
