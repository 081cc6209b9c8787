package org.beffroi.directory.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.directory.Position;

/** What a file says, kept in memory. */
final class Heard implements Intake {
    final List<Entry> entries = new ArrayList<>();
    final Map<String, Position> positions = new HashMap<>();
    final Map<String, List<String>> groups = new HashMap<>();
    final List<Rejection> rejections = new ArrayList<>();

    @Override
    public void entry(long line, Entry entry) {
        entries.add(entry);
    }

    @Override
    public void position(long line, String finess, Position position) {
        positions.put(finess, position);
    }

    @Override
    public void hospitalGroup(String code, String name, List<String> members) {
        groups.put(name, members);
    }

    @Override
    public void refuse(Rejection rejection) {
        rejections.add(rejection);
    }
}
