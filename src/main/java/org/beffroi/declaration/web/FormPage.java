package org.beffroi.declaration.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.declaration.domain.FormQuestion;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Overseas;
import org.beffroi.directory.Structure;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The form on a page: what was typed goes in and comes back whole, whatever was wrong with it. */
@Component
class FormPage {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    static final String OTHER = "OTHER";
    private static final Set<String> LASTING =
            Set.of("structure", "zone", "outOfBand", "systems", "providerKind", "providerName");
    private static final Set<String> OF_THE_PERSON = Set.of("phone", "email", "function", "delegate");

    private final DeclarationForm form;
    private final Directory directory;
    private final Taxonomy taxonomy;
    private final MessageSource texts;
    private final Clock clock;

    FormPage(DeclarationForm form, Directory directory, Taxonomy taxonomy, MessageSource texts, Clock clock) {
        this.taxonomy = taxonomy;
        this.texts = texts;
        this.form = form;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What a browser sent: the answers, and what is only of the page.
     *
     * @param typed what was typed for the structure
     * @param chosen the structure picked from the list, {@value #OTHER} for none of them, or empty
     * @param basedOn the version that was on the page; 0 for a new declaration
     */
    record Sent(Answers answers, String typed, String chosen, int basedOn) {
        /** With what was said on another page. */
        Sent and(Answers said) {
            var all = new LinkedHashMap<>(answers.byQuestion());
            all.putAll(said.byQuestion());
            return new Sent(new Answers(all), typed, chosen, basedOn);
        }
    }

    Sent sent(MultiValueMap<String, String> parameters) {
        var answers = new LinkedHashMap<String, List<String>>();
        form.questionnaire().questions().keySet().forEach(key -> {
            if (parameters.containsKey(key)) {
                answers.put(key, parameters.getOrDefault(key, List.of()));
            }
        });
        var typed =
                parameters.getOrDefault("structureText", List.of("")).getFirst().strip();
        var chosen = parameters.getOrDefault("structure", List.of("")).getFirst();
        var picked = !chosen.isBlank() && !chosen.equals(OTHER);
        return new Sent(
                new Answers(answers).with("structure", picked ? chosen : typed),
                typed,
                chosen,
                count(parameters.getFirst("basedOn")));
    }

    /** Nothing is to be kept: the same page is wished in another language, with what was typed. */
    static boolean onlyOtherLanguage(MultiValueMap<String, String> parameters) {
        return parameters.containsKey("lang");
    }

    /** What is wrong; where only the language changes, what the page had said already. */
    static FieldErrors errors(MultiValueMap<String, String> parameters, Supplier<FieldErrors> check) {
        return onlyOtherLanguage(parameters) && !parameters.containsKey("wrong") ? FieldErrors.NONE : check.get();
    }

    static HttpStatus status(FieldErrors errors) {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** Several structures may be meant, and none was picked: the declarant is asked, as an error is. */
    FieldErrors doubt(Sent sent) {
        if (sent.typed().isBlank()
                || !sent.chosen().isBlank()
                || form.structure(sent.typed()).isPresent()) {
            return FieldErrors.NONE;
        }
        return form.candidates(sent.typed()).isEmpty()
                ? FieldErrors.NONE
                : FieldErrors.NONE.and("structure", "declaration.error.choose-structure");
    }

    /** An empty form, with what is known of the one who opens it: the desk writes down what others say. */
    Sent blank(Viewer viewer) {
        var zone = viewer.scope().structures().stream()
                .flatMap(own -> directory.byId(own).stream())
                .map(Structure::zone)
                .findFirst()
                .orElse(Paris.ZONE);
        var answers = Answers.NONE.with("foundAt", now(zone)).with("zone", zone.getId());
        return new Sent(viewer.is(Role.DECLARANT) ? answers.with("name", viewer.name()) : answers, "", "", 0);
    }

    /** A form that begins with what lasts from an earlier declaration: where, and whom it concerns. Never what happened then, nor when. */
    Sent from(Sheet earlier, Viewer viewer) {
        var known = filled(earlier);
        var same = known.answers().one("name").filter(viewer.name()::equals).isPresent();
        var kept = new LinkedHashMap<String, List<String>>();
        for (var key : form.questionnaire().questions().keySet()) {
            var values = known.answers().all(key);
            if (!values.isEmpty() && (LASTING.contains(key) || (same && OF_THE_PERSON.contains(key)))) {
                kept.put(key, values);
            }
        }
        return new Sent(blank(viewer).and(new Answers(kept)).answers(), known.typed(), known.chosen(), 0);
    }

    /** For an input of a date and time. */
    String now(ZoneId zone) {
        return LOCAL.withZone(zone).format(clock.instant());
    }

    /** A form that holds what was declared before. */
    Sent filled(Sheet sheet) {
        var structure = sheet.answers().one("structure").orElse("");
        return new Sent(sheet.answers(), sheet.structure().name(), structure, sheet.versions());
    }

    /** A field shows minutes of one zone; what was not touched keeps the instant that it had, to the second. */
    Sent keepTimes(Sent sent, Answers before) {
        var answers = sent.answers();
        if (answers.one("zone").equals(before.one("zone")) || before.one("zone").isEmpty()) {
            for (var question : form.questionnaire().questions().values()) {
                var untouched = question.type() == FormQuestion.Type.INSTANT
                        && answers.one(question.key())
                                .filter(typed -> typed.equals(local(before, question.key())))
                                .isPresent();
                if (untouched) {
                    answers = answers.with(
                            question.key(), before.one(question.key()).orElseThrow());
                }
            }
        }
        return new Sent(answers, sent.typed(), sent.chosen(), sent.basedOn());
    }

    private static int count(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** The zones of France, and the declaration's own if it is another. */
    public Set<String> zones(Answers answers) {
        var zones = new LinkedHashSet<>(Set.of(Paris.ZONE.getId()));
        Overseas.zones().forEach(zone -> zones.add(zone.getId()));
        answers.one("zone").ifPresent(zones::add);
        return zones;
    }

    void show(Model model, Sent sent, FieldErrors errors, Viewer viewer) {
        model.addAttribute("languageForm", "declaration");
        model.addAttribute("groups", form.questionnaire().groups());
        model.addAttribute("form", this);
        model.addAttribute("answers", sent.answers());
        model.addAttribute("errors", asOnThePage(errors));
        model.addAttribute("typed", sent.typed());
        model.addAttribute("chosen", sent.chosen());
        model.addAttribute("basedOn", sent.basedOn());
        model.addAttribute("candidates", candidates(sent, viewer));
    }

    /** In the order in which one meets the fields; first those of the desk, which are no answers. */
    private FieldErrors asOnThePage(FieldErrors errors) {
        var order = new ArrayList<>(form.questionnaire().questions().keySet());
        return new FieldErrors(errors.all().stream()
                .sorted(Comparator.comparingInt(error -> order.indexOf(error.field())))
                .toList());
    }

    /** Refused after all: the page stands on what is there now, so that sending it once more is meant. */
    void showRefused(Model model, Sent sent, RuntimeException refused, Sheet now, Viewer viewer) {
        var errors = switch (refused) {
            case FieldErrors.Invalid invalid -> invalid.errors();
            case Refusal refusal ->
                FieldErrors.NONE.and(
                        "structure", refusal.key(), refusal.arguments().toArray());
            default -> throw refused;
        };
        show(model, new Sent(sent.answers(), sent.typed(), sent.chosen(), now.versions()), errors, viewer);
    }

    void showBlank(Model model) {
        model.addAttribute("groups", form.questionnaire().groups());
        model.addAttribute("form", this);
    }

    void freshKey(Model model) {
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    private Map<String, Structure> candidates(Sent sent, Viewer viewer) {
        var found = new LinkedHashMap<String, Structure>();
        viewer.scope().structures().forEach(id -> directory.byId(id).ifPresent(own -> put(found, own)));
        form.structure(sent.chosen()).or(() -> form.structure(sent.typed())).ifPresent(own -> put(found, own));
        if (found.isEmpty()) {
            form.candidates(sent.typed()).forEach(structure -> put(found, structure));
        }
        return found;
    }

    private static void put(Map<String, Structure> found, Structure structure) {
        var finess = structure.finess();
        found.put(finess == null ? structure.id().toString() : finess, structure);
    }

    /** The question's number on the form, as it stands on paper and is said on the telephone. */
    public int number(String question) {
        return form.questionnaire().number(question);
    }

    /** For the desk, who asks on the telephone what the other may have before them on paper. */
    public String numbered(String question, boolean told, String label) {
        return told ? number(question) + ". " + label : label;
    }

    /** The answers to choose from. */
    public List<Term> terms(String vocabulary) {
        return taxonomy.vocabulary(vocabulary).terms();
    }

    /** What each answer on care means, in plain words. */
    public Map<String, String> careHints(Locale locale) {
        var hints = new LinkedHashMap<String, String>();
        taxonomy.vocabulary("care-effect").codes().forEach(code -> {
            var hint = texts.getMessage("declaration.hint.care." + code, null, "", locale);
            if (hint != null && !hint.isEmpty()) {
                hints.put(code, hint);
            }
        });
        return hints;
    }

    /** For an input of a date and time: local to Paris, or to the declaration's zone; what could not be read stays as it was typed. */
    public String local(Answers answers, String question) {
        var typed = answers.one(question).orElse("");
        try {
            var zone = answers.one("zone").map(ZoneId::of).orElse(Paris.ZONE);
            return typed.endsWith("Z") ? LOCAL.withZone(zone).format(Instant.parse(typed)) : typed;
        } catch (java.time.DateTimeException asTyped) {
            return typed;
        }
    }

    /** A group stands open when something in it was answered or is wrong. */
    public boolean open(List<FormQuestion> questions, Answers answers, FieldErrors errors) {
        return questions.stream()
                .anyMatch(question -> !answers.all(question.key()).isEmpty()
                        || errors.of(question.key()).isPresent());
    }
}
