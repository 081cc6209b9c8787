package org.beffroi.incident.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.incident.domain.Proposals.Proposal;
import org.beffroi.incident.domain.TimelineEntry;
import org.beffroi.incident.domain.TimelineEntry.Detail;
import org.beffroi.shared.ReadableTime;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Small words that the desk's pages need over and over: how long ago, how severe. For templates, as {@code words}. */
@Component
public class DeskWords {
    /** What the desk leaves open of these, stays as the structure declared it. */
    private static final Set<String> DECLARED = Set.of("endangerment", "care", "origin", "causes");

    private final MessageSource texts;
    private final Taxonomy taxonomy;
    private final Clock clock;

    DeskWords(MessageSource texts, Taxonomy taxonomy, Clock clock) {
        this.texts = texts;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    /** How long since then, in one unit: at 3 a.m. nobody reads two. */
    public String since(Instant then) {
        var passed = Duration.between(then, clock.instant());
        if (passed.toMinutes() < 1) {
            return said("incident.duration.now");
        }
        if (passed.toMinutes() < 60) {
            return text("minutes", passed.toMinutes());
        }
        return passed.toHours() < 48 ? text("hours", passed.toHours()) : text("days", passed.toDays());
    }

    /** The same, as a moment in the past. */
    public String ago(Instant then) {
        return Duration.between(then, clock.instant()).toMinutes() < 1
                ? said("incident.ago.now")
                : said("incident.ago", since(then));
    }

    private String text(String unit, long number) {
        return said("incident.duration." + unit, Long.toString(number));
    }

    /** What a rule proposes, and why, as a hint beside the question. */
    public String proposed(String vocabulary, @Nullable Proposal proposal) {
        if (proposal == null) {
            return said("incident.rule.grade.none");
        }
        return proposal.value() == null
                ? said(proposal.reasonKey())
                : said("incident.proposed", taxonomy.label(vocabulary, proposal.value()), said(proposal.reasonKey()));
    }

    /** Where the rule cannot speak, what is to be asked. */
    public String proposedMajor(Proposal proposal) {
        return proposal.value() == null
                ? said(proposal.reasonKey())
                : said("incident.proposed", yesNo(proposal.value()), said(proposal.reasonKey()));
    }

    /** @param answer {@code true} or {@code false} */
    public String yesNo(String answer) {
        return said(answer.equals("true") ? "incident.yes" : "incident.no");
    }

    /** What an entry of the timeline is about, in words; empty where it is about nothing but the incident. */
    public String subject(TimelineEntry entry) {
        var subject = entry.subject();
        if (subject == null) {
            return "";
        }
        return switch (entry.kind()) {
            case TRIAGED, SIGNALLED -> taxonomy.label("severity", subject);
            case CLOSED -> taxonomy.label("outcome", subject);
            case RESOLVED -> hour(Instant.parse(subject));
            default -> subject;
        };
    }

    private String hour(Instant instant) {
        return ReadableTime.in(LocaleContextHolder.getLocale()).at(instant);
    }

    /** One field of a decision in words: what it was, and what it became. */
    public String decided(Detail detail) {
        var field = said("incident.detail." + detail.field());
        return detail.before() == null
                ? said("incident.detail.is", field, named(detail, detail.after()))
                : said("incident.detail.became", field, named(detail, detail.before()), named(detail, detail.after()));
    }

    private String named(Detail detail, List<String> codes) {
        return codes.isEmpty()
                ? said(DECLARED.contains(detail.field()) ? "incident.detail.open" : "incident.detail.none")
                : codes.stream().map(code -> named(detail.vocabulary(), code)).collect(Collectors.joining(", "));
    }

    private String named(@Nullable String vocabulary, String code) {
        return vocabulary == null ? yesNo(code) : taxonomy.label(vocabulary, code);
    }

    private String said(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    public List<Term> terms(String vocabulary) {
        return taxonomy.vocabulary(vocabulary).terms();
    }

    /** Department and region; once where both bear one name, as overseas. */
    public String place(StructureSnapshot structure) {
        return Stream.of(
                        taxonomy.label("department", structure.department()),
                        taxonomy.label("region", structure.region()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** 0 to 4. */
    public int level(@Nullable String severity) {
        return severity == null
                ? 0
                : taxonomy.vocabulary("severity")
                        .term(severity)
                        .map(term -> Integer.parseInt(String.valueOf(term.attribute("level"))))
                        .orElse(0);
    }
}
