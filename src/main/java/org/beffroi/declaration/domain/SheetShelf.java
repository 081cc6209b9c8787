package org.beffroi.declaration.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Said;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** Where declarations are read: by those who may see them, and by the secret link. */
@Component
class SheetShelf {
    private final DeclarationStore store;
    private final WithdrawalStore withdrawals;
    private final FollowLinks links;
    private final SheetMaker sheets;
    private final SaidInWords words;

    SheetShelf(
            DeclarationStore store,
            WithdrawalStore withdrawals,
            FollowLinks links,
            DeclarationForm form,
            Taxonomy taxonomy) {
        this.store = store;
        this.withdrawals = withdrawals;
        this.links = links;
        this.sheets = new SheetMaker(form, taxonomy);
        this.words = new SaidInWords(form, taxonomy);
    }

    boolean isWithdrawn(UUID declaration) {
        return withdrawals.live(declaration).isPresent();
    }

    /** Of all versions, the newest first. */
    List<Said> said(Collection<UUID> declarations) {
        var all = store.read(
                "where d.id = any(:ids) order by d.id, v.version desc",
                Map.of("ids", declarations.toArray(UUID[]::new)));
        return words.of(all);
    }

    String token(UUID declaration) {
        return links.token(declaration);
    }

    List<Sheet> sheets(List<UUID> declarations, Viewer viewer) {
        return store.newest(declarations, viewer).stream()
                .sorted(Comparator.comparingInt(row -> declarations.indexOf(row.id())))
                .map(row -> sheet(row, viewer))
                .toList();
    }

    /** Without what has changed: a list does not show it. */
    List<Sheet> latest(Viewer viewer, int limit, int offset) {
        return store.latest(viewer, limit, offset).stream()
                .map(row -> sheets.make(row, Optional.empty(), viewer))
                .toList();
    }

    Sheet followed(String token) {
        return links.declaration(token)
                .flatMap(store::newestByLink)
                .map(row -> sheet(row, Viewer.guest()))
                .orElseThrow(() -> Refusal.notFound("declaration.error.link"));
    }

    private Sheet sheet(DeclarationRow row, Viewer reader) {
        var before = row.version() > 1 ? store.version(row.id(), row.version() - 1) : Optional.<DeclarationRow>empty();
        return sheets.make(row, before, reader);
    }
}
