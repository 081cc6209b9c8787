package org.beffroi.incident.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Playbook.Said;
import org.beffroi.incident.domain.Playbook.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A playbook as it is written: Markdown, under a front matter that names key, edition, causes and tasks. Each task has its heading,
 * {@code ## key: Title}, and under it its help. The French file has the same headings and no front matter: the order, the parties and the
 * times stand once.
 */
final class PlaybookFile {
    static final int LONGEST = 200_000;
    static final int MOST_STEPS = 100;
    private static final Pattern FRONT = Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*)\\z", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^## +([^:\\n]+?) *: *(.+)$");
    private static final Pattern TITLE = Pattern.compile("(?m)^# +(.+)$");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Set<String> FIELDS = Set.of("key", "party", "due", "after");

    private final Set<String> causes;
    private final List<String> faults = new ArrayList<>();

    /** @param causes codes that there are */
    private PlaybookFile(Set<String> causes) {
        this.causes = causes;
    }

    /** A playbook, or all that is wrong with it, a sentence each. */
    record Read(@Nullable Playbook playbook, List<String> faults) {}

    /** @param french null: the English words stand for both */
    static Read read(String english, @Nullable String french, Set<String> causes, boolean own) {
        var file = new PlaybookFile(causes);
        var playbook = file.playbook(english, french, own);
        return new Read(file.faults.isEmpty() ? playbook : null, List.copyOf(file.faults));
    }

    /** @param sections by key, title and help */
    private record Body(String title, Map<String, Section> sections) {}

    private record Section(String title, String help) {}

    private @Nullable Playbook playbook(String english, @Nullable String french, boolean own) {
        var parts = FRONT.matcher(english);
        if (english.length() > LONGEST || !parts.matches()) {
            faults.add("it does not begin with a front matter between two lines of ---");
            return null;
        }
        var front = front(parts.group(1));
        if (front == null) {
            return null;
        }
        var words = body(parts.group(2), "English");
        var translated = french == null ? words : body(french, "French");
        var steps = steps(front.path("tasks"), words, translated);
        sameKeys(steps, words, "English");
        sameKeys(steps, translated, "French");
        var key = front.path("key").asString("");
        if (!KEY.matcher(key).matches()) {
            faults.add("its key is not lower-case letters, digits and hyphens: " + key);
        }
        var wanted = texts(front.path("causes"));
        wanted.stream()
                .filter(cause -> !causes.contains(cause))
                .forEach(cause -> faults.add("there is no cause " + cause));
        return new Playbook(
                key,
                front.path("edition").asString("1"),
                Set.copyOf(wanted),
                new Said(words.title(), translated.title()),
                steps,
                own);
    }

    private @Nullable JsonNode front(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JacksonException wrong) {
            faults.add("its front matter is no YAML: " + wrong.getOriginalMessage());
            return null;
        }
    }

    private Body body(String markdown, String language) {
        var title = TITLE.matcher(markdown);
        var found = title.find() ? title.group(1).strip() : "";
        if (found.isEmpty()) {
            faults.add(language + ": it has no title, a line that begins with #");
        }
        var sections = new LinkedHashMap<String, Section>();
        var headings = HEADING.matcher(markdown).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            var end = i + 1 < headings.size() ? headings.get(i + 1).start() : markdown.length();
            var heading = headings.get(i);
            var section = new Section(
                    heading.group(2).strip(),
                    markdown.substring(heading.end(), end).strip());
            if (sections.put(heading.group(1).strip(), section) != null) {
                faults.add(language + ": two headings are called " + heading.group(1));
            }
        }
        return new Body(found, sections);
    }

    private List<Step> steps(JsonNode tasks, Body english, Body french) {
        var steps = new ArrayList<Step>();
        var before = new HashSet<String>();
        if (tasks.isEmpty() || tasks.size() > MOST_STEPS) {
            faults.add("it has no tasks, or more than " + MOST_STEPS);
        }
        for (var task : tasks) {
            var key = task.path("key").asString("");
            task.propertyNames().stream()
                    .filter(field -> !FIELDS.contains(field))
                    .forEach(field -> faults.add("task %s: there is no field %s".formatted(key, field)));
            var after = texts(task.path("after"));
            // What comes later cannot be waited for: so no circle is possible.
            after.stream()
                    .filter(other -> !before.contains(other))
                    .forEach(other ->
                            faults.add("task %s: %s, which it comes after, is not above it".formatted(key, other)));
            if (!KEY.matcher(key).matches() || !before.add(key)) {
                faults.add("a task has no key of its own: " + key);
            }
            var words = english.sections().getOrDefault(key, new Section("", ""));
            var translated = french.sections().getOrDefault(key, words);
            steps.add(new Step(
                    key,
                    party(key, task.path("party").asString("DESK")),
                    due(key, task.path("due").asString("")),
                    after,
                    new Said(words.title(), translated.title()),
                    new Said(words.help(), translated.help())));
        }
        return steps;
    }

    private void sameKeys(List<Step> steps, Body body, String language) {
        var keys = steps.stream().map(Step::key).toList();
        keys.stream()
                .filter(key -> !body.sections().containsKey(key))
                .forEach(key -> faults.add("%s: task %s has no heading ## %s: …".formatted(language, key, key)));
        body.sections().keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> faults.add("%s: the heading %s is of no task".formatted(language, key)));
    }

    private Party party(String key, String name) {
        for (var party : Party.values()) {
            if (party.name().equals(name)) {
                return party;
            }
        }
        faults.add("task %s: there is no party %s".formatted(key, name));
        return Party.DESK;
    }

    private @Nullable Duration due(String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            var due = Duration.parse(text);
            if (due.isNegative() || due.toDays() > 366) {
                faults.add("task %s: due within a year, please: %s".formatted(key, text));
            }
            return due;
        } catch (DateTimeException wrong) {
            faults.add("task %s: %s is no duration such as PT2H or P3D".formatted(key, text));
            return null;
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}
