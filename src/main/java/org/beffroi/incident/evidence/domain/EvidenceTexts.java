package org.beffroi.incident.evidence.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.files.Files;
import org.beffroi.files.KeptFile;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.Searchable;
import org.springframework.stereotype.Component;

/** The names of what was handed in, and what was said of it. */
@Component
class EvidenceTexts implements Searchable {
    private final EvidenceStore store;
    private final Files files;

    EvidenceTexts(EvidenceStore store, Files files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public List<SearchText> texts(Collection<UUID> declarations) {
        var rows = store.under(declarations);
        if (rows.isEmpty()) {
            return List.of();
        }
        var kept = files.of(rows.stream().map(EvidenceStore.Named::file).toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(kept.get(row.file())).map(file -> text(row, file)))
                .toList();
    }

    private static SearchText text(EvidenceStore.Named row, KeptFile file) {
        return new SearchText(row.declaration(), Kind.FILE, row.at(), file.name() + " · " + row.words(), "#evidence");
    }
}
