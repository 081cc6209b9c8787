package org.beffroi.incident.cacao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beffroi.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Playbooks as other tools write them (CACAO Security Playbooks 2.0, §3 to §5). */
class CacaoPlaybookTest {
    private static String playbook(String workflow) {
        return """
                {"type": "playbook", "spec_version": "cacao-2.0", "id": "playbook--61a6c41e-6efc-4516-a242-dfbc5c89d562",
                 "name": "Find malware: «FuzzyPanda»", "modified": "2026-03-04T15:56:00.123456Z", "workflow_start": "start--1",
                 "workflow": {%s}}
                """.formatted(workflow);
    }

    private static String markdown(String workflow) {
        return CacaoPlaybook.markdown(playbook(workflow));
    }

    @Test
    void aWorkflowBecomesTasksThatWaitForEachOther() {
        var text = markdown("""
                "start--1": {"type": "start", "on_completion": "action--1"},
                "action--1": {"type": "action", "name": "Get the sample", "description": "From the mailbox.",
                    "commands": [{"type": "manual", "command": "open the quarantine"}], "on_completion": "if-condition--1"},
                "if-condition--1": {"type": "if-condition", "name": "Is it known?", "condition": "__hash__:value != ''",
                    "on_true": "action--2", "on_false": "action--3", "on_completion": "parallel--1"},
                "action--2": {"type": "action", "name": "Block it"},
                "action--3": {"type": "action", "name": "Send it to the lab", "on_completion": "end--1"},
                "parallel--1": {"type": "parallel", "next_steps": ["action--4", "action--5"], "on_completion": "action--6"},
                "action--4": {"type": "action", "name": "Warn the wards"},
                "action--5": {"type": "action", "name": "Warn the desk"},
                "action--6": {"type": "action", "name": "Write it down", "on_completion": "end--1"},
                "end--1": {"type": "end"}
                """);
        assertThat(text)
                .contains(
                        "key: find-malware-fuzzypanda",
                        "edition: \"2026-03-04\"",
                        "# Find malware: «FuzzyPanda»",
                        "{key: step-1, party: IT, after: []}",
                        "## step-1: Get the sample\n\nFrom the mailbox.\n\n- open the quarantine",
                        "{key: step-2, party: IT, after: [step-1]}",
                        "{key: step-3, party: IT, after: [step-2]}",
                        "{key: step-4, party: IT, after: [step-2]}",
                        "{key: step-5, party: IT, after: [step-3, step-4]}",
                        "{key: step-6, party: IT, after: [step-3, step-4]}",
                        "{key: step-7, party: IT, after: [step-5, step-6]}");
    }

    @Test
    void aLoopIsGoneThroughOnce() {
        assertThat(markdown("""
                        "start--1": {"type": "start", "on_completion": "while-condition--1"},
                        "while-condition--1": {"type": "while-condition", "condition": "more", "on_true": "action--1"},
                        "action--1": {"type": "action", "name": "Again", "on_completion": "while-condition--1"}
                        """)).contains("step-2, party: IT, after: [step-1]").doesNotContain("step-3");
    }

    @Test
    void namesThatWouldBeMarkupStayNames() {
        var text = markdown("""
                "start--1": {"type": "start", "on_completion": "action--1"},
                "action--1": {"type": "action", "name": "# one\\n## two: three", "description": "---\\n## evil: heading"}
                """);
        assertThat(text.lines().filter(line -> line.startsWith("##"))).containsExactly("## step-1: one ## two: three");
    }

    @Test
    void saysAllThatIsWrong() {
        assertThatThrownBy(() -> CacaoPlaybook.markdown("{\"type\": \"bundle\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments().toString())
                                .contains("type is not", "spec_version is not", "has no name", "no steps"));
        assertThatThrownBy(() -> markdown("\"start--1\": {\"type\": \"start\", \"on_completion\": \"action--9\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments().toString()).contains("action--9 is not there"));
        assertThatThrownBy(() -> markdown("\"start--1\": {\"type\": \"start\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments().toString()).contains("no step of it is an action"));
        assertThatThrownBy(() -> CacaoPlaybook.markdown("{")).isInstanceOf(Refusal.class);
    }

    @Test
    void oneThatNobodyCouldFollowIsRefused() {
        var steps = IntStream.range(0, 200)
                .mapToObj(n -> "\"action--%d\": {\"type\": \"action\"}".formatted(n))
                .collect(Collectors.joining(","));
        assertThatThrownBy(() -> markdown(steps)).isInstanceOf(Refusal.class);
    }
}
