package org.beffroi.incident.attack.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.beffroi.incident.attack.domain.Graph.Drawn;
import org.beffroi.incident.attack.domain.Graph.Kind;
import org.beffroi.incident.attack.domain.Graph.Node;
import org.junit.jupiter.api.Test;

/** Boxes and lines, as they are printed. */
class GraphDrawingTest {
    private static Node node(Kind kind, String name, String... with) {
        return new Node(name, kind, name, null, Set.of(with));
    }

    private static Drawn drawn(int seen) {
        var middle = IntStream.range(0, seen)
                .mapToObj(number -> node(Kind.OBSERVABLE, "198.51.100." + number, "BEF-2026-000002-B"))
                .toList();
        return new Drawn(
                "BEF-2026-000001-A",
                List.of(node(Kind.STRUCTURE, "CENTRE HOSPITALIER DE NEUVETILLY-SUR-MIVOISE")),
                middle,
                List.of(node(
                        Kind.INCIDENT,
                        "BEF-2026-000002-B",
                        middle.stream().map(Node::key).toArray(String[]::new))),
                List.of(0, 0, 0));
    }

    @Test
    void aLongNameIsCutWithinItsBox() {
        assertThat(GraphDrawing.shortened("CENTRE HOSPITALIER DE NEUVETILLY-SUR-MIVOISE"))
                .startsWith("CENTRE HOSPITALIER")
                .endsWith("…")
                .hasSizeLessThan(24);
        assertThat(GraphDrawing.shortened("44d88612fea8a8f36de82e1278abb02f")).endsWith("…");
        assertThat(GraphDrawing.shortened("BEF-2026-000002-B")).isEqualTo("BEF-2026-000002-B");
        assertThat(GraphDrawing.shortened("")).isEmpty();
        assertThat(GraphDrawing.shortened("🏥".repeat(40))).endsWith("🏥…");
    }

    @Test
    void noTwoBoxesTouchAndNoneLeavesTheSheet() {
        var drawing = GraphDrawing.of(drawn(14));
        assertThat(drawing.boxes()).hasSize(17);
        for (var one : drawing.boxes()) {
            assertThat(one.x() + one.boxWidth()).isLessThanOrEqualTo(drawing.width());
            assertThat(one.y()).isNotNegative();
            assertThat(one.y() + one.boxHeight()).isLessThanOrEqualTo(drawing.height());
            assertThat(drawing.boxes())
                    .filteredOn(other -> !other.equals(one) && other.x() == one.x())
                    .noneMatch(other -> Math.abs(other.y() - one.y()) < one.boxHeight());
        }
    }

    @Test
    void everyLineLeadsFromTheRightOfABoxToTheLeftOfAnother() {
        var drawing = GraphDrawing.of(drawn(3));
        assertThat(drawing.lines()).hasSize(1 + 3 + 3);
        for (var line : drawing.lines()) {
            assertThat(drawing.boxes()).anyMatch(box -> box.x() + box.boxWidth() == line.fromX());
            assertThat(drawing.boxes()).anyMatch(box -> box.x() == line.toX());
        }
    }

    @Test
    void whatJoinsNothingIsDrawnAlone() {
        var alone = GraphDrawing.of(new Drawn("BEF-2026-000001-A", List.of(), List.of(), List.of(), List.of(0, 0, 0)));
        assertThat(alone.lines()).isEmpty();
        assertThat(alone.boxes()).hasSize(1);
    }
}
