package org.beffroi.coordination.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beffroi.declaration.Questions;
import org.beffroi.taxonomy.Taxonomy;

/** Everything in the file means something, and everything that it needs is there: both ways, a sentence for each fault. */
final class RuleCheck {
    private static final String RECIPIENT = "coordination.recipient.";
    private static final String REASON = "coordination.reason.";

    private final RuleFile file;
    private final Questions questions;
    private final Taxonomy taxonomy;
    private final Map<String, Set<String>> texts;
    private final List<String> faults;

    /**
     * @param texts keys of the messages, by language
     * @param faults takes what is wrong
     */
    RuleCheck(
            RuleFile file,
            Questions questions,
            Taxonomy taxonomy,
            Map<String, Set<String>> texts,
            List<String> faults) {
        this.file = file;
        this.questions = questions;
        this.taxonomy = taxonomy;
        this.texts = texts;
        this.faults = faults;
    }

    void run() {
        file.kinds().forEach(kind -> code("kinds", "declaration-kind", kind));
        if (file.kinds().isEmpty()) {
            faults.add("kinds: no kind of declaration obliges to anything");
        }
        file.patientWords().forEach(word -> question("patient-words", word));
        file.recipients().values().forEach(this::check);
        file.rules().forEach(this::check);
        twice("rule", file.rules().stream().map(Rule::key).toList());
        words(RECIPIENT, file.recipients().keySet());
        var reasons = new HashSet<String>();
        file.rules().forEach(rule -> reasons.add(rule.key()));
        words(REASON, reasons);
    }

    private void check(Recipient recipient) {
        var where = "recipient " + recipient.key();
        if (recipient.sees().isEmpty()) {
            faults.add(where + ": sees nothing");
        }
        twice(where + ": question", recipient.sees());
        recipient.sees().forEach(question -> question(where, question));
        recipient.sees().stream()
                .filter(question -> file.patientWords().contains(question) && !recipient.patients())
                .forEach(question ->
                        faults.add("%s: «%s» is about patients, which it may not read".formatted(where, question)));
        if (recipient.toldAs() != null) {
            code(where, "told", recipient.toldAs());
        }
        if (file.rules().stream().noneMatch(rule -> rule.recipient().equals(recipient.key()))) {
            faults.add(where + ": no rule leads to it");
        }
    }

    private void check(Rule rule) {
        var where = "rule " + rule.key();
        known(where, rule.recipient());
        if ((rule.clock() == null) == (rule.after() == null)) {
            faults.add(where + ": say either «starts» or «after»");
        }
        if (rule.after() != null) {
            known(where, rule.after());
            var order = new ArrayList<>(file.recipients().keySet());
            if (order.indexOf(rule.after()) >= order.indexOf(rule.recipient())) {
                faults.add("%s: «%s» must stand before «%s»".formatted(where, rule.after(), rule.recipient()));
            }
        }
        rule.when().forEach((term, codes) -> term(where, term, codes));
    }

    private void term(String where, String term, Set<String> codes) {
        if (codes.isEmpty()) {
            faults.add("%s: «%s» names no code".formatted(where, term));
        }
        var vocabulary = questions.vocabulary(term).orElse(Situation.EXTRA.getOrDefault(term, ""));
        if (term.equals(Situation.MAJOR)) {
            codes.stream()
                    .filter(code -> !code.equals("true") && !code.equals("false"))
                    .forEach(code -> faults.add("%s: major is true or false, not «%s»".formatted(where, code)));
        } else if (vocabulary.isEmpty()) {
            faults.add("%s: «%s» is no question with a vocabulary".formatted(where, term));
        } else {
            codes.forEach(code -> code(where, vocabulary, code));
        }
    }

    private void code(String where, String vocabulary, String code) {
        try {
            taxonomy.vocabulary(vocabulary).require(code);
        } catch (IllegalArgumentException unknown) {
            faults.add(where + ": " + unknown.getMessage());
        }
    }

    private void known(String where, String recipient) {
        if (!file.recipients().containsKey(recipient)) {
            faults.add("%s: there is no recipient «%s»".formatted(where, recipient));
        }
    }

    private void question(String where, String key) {
        if (!questions.keys().contains(key)) {
            faults.add("%s: the form does not ask «%s»".formatted(where, key));
        }
    }

    private void twice(String what, List<String> keys) {
        var seen = new HashSet<String>();
        keys.stream()
                .filter(key -> !seen.add(key))
                .forEach(key -> faults.add("%s «%s» is there twice".formatted(what, key)));
    }

    private void words(String prefix, Set<String> keys) {
        texts.forEach((language, messages) -> {
            keys.stream()
                    .map(prefix::concat)
                    .filter(key -> !messages.contains(key))
                    .forEach(key -> faults.add("text %s is missing in «%s»".formatted(key, language)));
            messages.stream()
                    .filter(key -> key.startsWith(prefix) && !keys.contains(key.substring(prefix.length())))
                    .forEach(key -> faults.add("text %s of «%s» is of nothing in the file".formatted(key, language)));
        });
    }
}
