package org.beffroi.incident.attack.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beffroi.incident.attack.domain.Graph.Drawn;
import org.beffroi.incident.attack.domain.Graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A graph as boxes and lines in columns: always in the same place, and legible in print. Lengths are units of the drawing.
 *
 * @param lines from the right edge of one box to the left edge of another
 */
public record GraphDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int ROW = 44;
    private static final int BOX_HEIGHT = 30;
    private static final int BOX_WIDTH = 230;
    private static final int GAP = 90;
    private static final int EDGE = 10;
    private static final int TEXT_WIDTH = BOX_WIDTH - 20;
    private static final double CAPITAL = 10.4;
    private static final double LETTER = 8.9;

    /** @param kind of the node, or SELF */
    public record Box(
            int x,
            int y,
            int boxWidth,
            int boxHeight,
            String kind,
            String name,
            @Nullable String address) {
        public int textX() {
            return x + 10;
        }

        public int textY() {
            return y + 20;
        }
    }

    public record Line(int fromX, int fromY, int toX, int toY) {
        /** A gentle bend. */
        public String path() {
            int middle = (fromX + toX) / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(fromX, fromY, middle, fromY, middle, toY, toX, toY);
        }
    }

    static GraphDrawing of(Drawn drawn) {
        var rows = Math.max(
                1,
                Math.max(
                        drawn.left().size(),
                        Math.max(drawn.middle().size(), drawn.right().size())));
        var height = rows * ROW + 2 * EDGE;
        var boxes = new ArrayList<Box>();
        var lines = new ArrayList<Line>();
        var places = new LinkedHashMap<String, Box>();
        column(drawn.left(), 0, height, boxes, places);
        var self = new Box(x(1), (height - BOX_HEIGHT) / 2, BOX_WIDTH, BOX_HEIGHT, "SELF", drawn.reference(), null);
        boxes.add(self);
        column(drawn.middle(), 2, height, boxes, places);
        column(drawn.right(), 3, height, boxes, places);
        drawn.left().forEach(node -> lines.add(line(place(places, node), self)));
        drawn.middle().forEach(node -> lines.add(line(self, place(places, node))));
        drawn.right()
                .forEach(node -> node.with().stream()
                        .filter(places::containsKey)
                        .forEach(key -> lines.add(line(Objects.requireNonNull(places.get(key)), place(places, node)))));
        return new GraphDrawing(x(3) + BOX_WIDTH + EDGE, height, List.copyOf(boxes), List.copyOf(lines));
    }

    private static Box place(Map<String, Box> places, Node node) {
        return Objects.requireNonNull(places.get(node.key()));
    }

    private static int x(int column) {
        return EDGE + column * (BOX_WIDTH + GAP);
    }

    private static void column(List<Node> nodes, int column, int height, List<Box> boxes, Map<String, Box> places) {
        int y = (height - nodes.size() * ROW) / 2 + (ROW - BOX_HEIGHT) / 2;
        for (var node : nodes) {
            var box = new Box(
                    x(column), y, BOX_WIDTH, BOX_HEIGHT, node.kind().name(), shortened(node.name()), node.address());
            boxes.add(box);
            places.put(node.key(), box);
            y += ROW;
        }
    }

    /** Cut where the box ends, by the widest of the usual fonts: what is cut stands whole in the lists below. */
    static String shortened(String name) {
        var room = (double) TEXT_WIDTH;
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            room -= Character.isUpperCase(name.codePointAt(at)) ? CAPITAL : LETTER;
            if (room < 0) {
                return name.substring(0, name.offsetByCodePoints(at, -1)) + "…";
            }
        }
        return name;
    }

    private static Line line(Box from, Box to) {
        return new Line(from.x() + BOX_WIDTH, from.y() + BOX_HEIGHT / 2, to.x(), to.y() + BOX_HEIGHT / 2);
    }
}
