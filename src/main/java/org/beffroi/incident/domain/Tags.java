package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words of the desk's own on incidents. For the desk alone. */
@Service
@Transactional
public class Tags {
    /** Of one incident. */
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final Hands hands;
    private final Book book;

    Tags(JdbcClient jdbc, IncidentStore incidents, CaseFiles files, Book book) {
        this.jdbc = jdbc;
        this.files = files;
        this.hands = new Hands(incidents, book);
        this.book = book;
    }

    /** Also those of incidents that live on in it; by word. */
    @Transactional(readOnly = true)
    public List<String> of(UUID incident, Viewer viewer) {
        return viewer.atTheDesk()
                ? jdbc.sql("with recursive " + Family.TREE + """
                        select distinct word from incident.tag where incident_id in (select id from tree) and ended_at is null order by word
                        """)
                        .param("incident", incident)
                        .query(String.class)
                        .list()
                : List.of();
    }

    @Transactional(readOnly = true)
    public List<String> of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer);
    }

    /** @param typed one or several, between blanks or commas; twice does no harm */
    public void set(UUID incident, String typed, Viewer by) {
        var words = Arrays.stream(typed.split("[\\s,;]+"))
                .filter(word -> !word.isBlank())
                .map(Tag::word)
                .distinct()
                .toList();
        if (words.isEmpty() || words.contains("")) {
            FieldErrors.NONE.and("tag", "incident.error.tag").throwIfAny();
        }
        hands.hold(Hand.on(incident, by));
        var who = book.now(by);
        for (var word : words) {
            jdbc.sql("""
                            insert into incident.tag (id, incident_id, word, at, by_account, by_name)
                            values (:id, :incident, :word, :at, :account, :name) on conflict do nothing
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("incident", incident)
                    .param("word", word)
                    .param("at", Timestamp.from(who.at()))
                    .param("account", who.account())
                    .param("name", who.name())
                    .update();
        }
        if (of(incident, by).size() > MOST) {
            throw Refusal.conflict("incident.refused.tags-many", MOST);
        }
        book.audit(by, "tag", incident);
    }

    public void remove(UUID incident, String typed, Viewer by) {
        hands.hold(Hand.on(incident, by));
        var who = book.now(by);
        var gone = jdbc.sql("with recursive " + Family.TREE + """
                        update incident.tag set ended_at = :at, ended_by_name = :name
                        where incident_id in (select id from tree) and word = :word and ended_at is null
                        """)
                .param("incident", incident)
                .param("word", Tag.word(typed))
                .param("at", Timestamp.from(who.at()))
                .param("name", who.name())
                .update();
        if (gone == 0) {
            throw Refusal.notFound("incident.refused.tag");
        }
        book.audit(by, "untag", incident);
    }
}
