package org.beffroi.incident.cacao;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.beffroi.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CACAO 2.0 playbook as Markdown with front matter. Its workflow becomes a list of tasks that wait for each other: a condition is a task
 * («check whether»), what is parallel has the same task before it, a loop is gone through once. Commands are shown and never carried out.
 */
public final class CacaoPlaybook {
    /** Steps of a workflow: people follow it. */
    private static final int MOST = 100;

    private static final int LONGEST_TITLE = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode workflow;
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    private CacaoPlaybook(JsonNode workflow) {
        this.workflow = workflow;
    }

    private record Task(String key, List<String> after, String title, List<String> help) {}

    /** @throws Refusal of kind INVALID with all that is wrong with it */
    public static String markdown(String cacao) {
        JsonNode root;
        try {
            root = JSON.readTree(cacao);
        } catch (JacksonException wrong) {
            throw Refusal.invalid("incident.error.cacao", wrong.getOriginalMessage());
        }
        var playbook = new CacaoPlaybook(root.path("workflow"));
        playbook.check(root);
        if (playbook.faults.isEmpty()) {
            playbook.walk(root.path("workflow_start").asString(""), List.of());
        }
        if (playbook.faults.isEmpty() && playbook.tasks.isEmpty()) {
            playbook.faults.add("no step of it is an action");
        }
        if (!playbook.faults.isEmpty()) {
            throw Refusal.invalid("incident.error.cacao", String.join("; ", playbook.faults));
        }
        return playbook.written(root);
    }

    private void check(JsonNode root) {
        if (!root.path("type").asString("").equals("playbook")) {
            faults.add("its type is not «playbook»");
        }
        if (!root.path("spec_version").asString("").equals("cacao-2.0")) {
            faults.add("its spec_version is not «cacao-2.0»");
        }
        if (line(root.path("name")).isEmpty()) {
            faults.add("it has no name");
        }
        if (workflow.isEmpty() || workflow.size() > MOST) {
            faults.add("its workflow has no steps, or more than " + MOST);
        }
    }

    /**
     * Goes through the workflow from one step on.
     *
     * @param after keys of the tasks that come before
     * @return keys of those that come last
     */
    private List<String> walk(String id, List<String> after) {
        if (id.isEmpty() || !seen.add(id)) {
            return after;
        }
        var step = workflow.path(id);
        return switch (step.path("type").asString("")) {
            case "start" -> next(step, after);
            case "end" -> after;
            case "action", "playbook-action" -> next(step, List.of(task(step, after)));
            case "parallel" -> next(step, branches(texts(step.path("next_steps")), after));
            case "if-condition", "while-condition" -> {
                var ways = List.of(
                        step.path("on_true").asString(""), step.path("on_false").asString(""));
                yield next(step, branches(ways, List.of(task(step, after))));
            }
            case "switch-condition" -> {
                var ways = new ArrayList<String>();
                step.path("cases").forEach(way -> ways.add(way.asString("")));
                yield next(step, branches(ways, List.of(task(step, after))));
            }
            default -> {
                faults.add("step %s is not there, or of no known type".formatted(id));
                yield after;
            }
        };
    }

    private List<String> next(JsonNode step, List<String> last) {
        var leaves = last;
        for (var way : List.of("on_completion", "on_success", "on_failure")) {
            leaves = walk(step.path(way).asString(""), leaves);
        }
        return leaves;
    }

    private List<String> branches(List<String> ways, List<String> after) {
        var leaves = new ArrayList<String>();
        for (var way : ways) {
            walk(way, after).stream().filter(leaf -> !leaves.contains(leaf)).forEach(leaves::add);
        }
        return leaves.isEmpty() ? after : leaves;
    }

    private String task(JsonNode step, List<String> after) {
        var key = "step-" + (tasks.size() + 1);
        var help = new ArrayList<String>();
        add(help, "", step.path("description"));
        add(help, "- ? ", step.path("condition"));
        add(help, "- ? ", step.path("switch"));
        add(help, "- → ", step.path("playbook_id"));
        for (var command : step.path("commands")) {
            add(help, "- ", command.path("description"));
            add(help, "- ", command.path("command"));
        }
        var name = line(step.path("name"));
        tasks.add(new Task(key, after, name.isEmpty() ? key : name, help));
        return key;
    }

    private static void add(List<String> help, String before, JsonNode text) {
        var said = line(text);
        if (!said.isEmpty()) {
            help.add(before + said);
        }
    }

    /** One line, that is no heading and no rule of Markdown's. */
    private static String line(JsonNode text) {
        return text.asString("")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[#\\-=> ]+", "")
                .strip();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    private String written(JsonNode root) {
        var text = new StringBuilder("---\nkey: %s\nedition: \"%s\"\ncauses: []\ntasks:\n"
                .formatted(slug(root.path("name").asString("")), edition(root)));
        for (var task : tasks) {
            text.append(
                    "  - {key: %s, party: IT, after: [%s]}\n".formatted(task.key(), String.join(", ", task.after())));
        }
        text.append("---\n# ").append(shortened(line(root.path("name")))).append('\n');
        for (var task : tasks) {
            text.append("\n## %s: %s\n\n%s\n"
                    .formatted(task.key(), shortened(task.title()), String.join("\n\n", task.help())));
        }
        return text.toString();
    }

    private static String edition(JsonNode root) {
        var modified = root.path("modified").asString("");
        return modified.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? modified.substring(0, 10) : "1";
    }

    private static String shortened(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var key = plain.isEmpty() ? "playbook" : plain;
        return key.length() > 60 ? key.substring(0, 60).replaceAll("-$", "") : key;
    }
}
