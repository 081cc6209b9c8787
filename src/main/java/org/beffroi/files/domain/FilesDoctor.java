package org.beffroi.files.domain;

import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether the files that are here can be read. */
@Component
class FilesDoctor implements DoctorCheck {
    private static final String SUBJECT = "Files";

    private final FileStore store;
    private final Keys keys;

    FilesDoctor(FileStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public List<Verdict> check() {
        var stock = store.stock();
        var lost = stock.keys().stream().filter(id -> keys.byId(id).isEmpty()).toList();
        if (!lost.isEmpty()) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "some were locked with keys that are not in %s: %s"
                                    .formatted(keys.where(), String.join(", ", lost)),
                            "Put the key back that the files were locked with: files.key of the former data folder, or name it in BEFFROI_FILES_KEYS. Without it nobody can read them."));
        }
        if (stock.damaged() > 0) {
            return List.of(Verdict.ill(
                    SUBJECT,
                    "%d could not be read back after they had come in".formatted(stock.damaged()),
                    "Ask for them again; look after the database's disk."));
        }
        return List.of(Verdict.well(
                SUBJECT,
                "%d, %d MB; keys in %s, keep a copy of it elsewhere"
                        .formatted(stock.files(), stock.bytes() >> 20, keys.where())));
    }
}
