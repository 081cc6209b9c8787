package org.beffroi.incident.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.PlaybookFile.Read;
import org.beffroi.incident.domain.PlaybookStore.Kept;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The playbooks that there are: the product's, from files, and the house's own, which stand in the place of one with the same key. */
@Service
public class Playbooks {
    private static final Logger LOG = LoggerFactory.getLogger(Playbooks.class);
    private static final String FRENCH = ".fr.md";

    private final Set<String> causes;
    private final Map<String, Playbook> given;
    private final PlaybookStore store;
    private final Book book;

    Playbooks(PlaybookStore store, Book book, Taxonomy taxonomy) throws IOException {
        this.store = store;
        this.book = book;
        this.causes = Set.copyOf(taxonomy.vocabulary("cause").codes());
        this.given = given(causes);
    }

    /** What is wrong in one of our own files stops the start, with all of it. */
    private static Map<String, Playbook> given(Set<String> causes) throws IOException {
        var found = new TreeMap<String, Playbook>();
        var faults = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:playbooks/*.md")) {
            var name = String.valueOf(file.getFilename());
            if (name.endsWith(FRENCH)) {
                continue;
            }
            var french = file.createRelative(name.replace(".md", FRENCH));
            var read = PlaybookFile.read(text(file), text(french), causes, false);
            read.faults().forEach(fault -> faults.add(name + ": " + fault));
            if (read.playbook() != null) {
                found.put(read.playbook().key(), read.playbook());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("playbooks:\n" + String.join("\n", faults));
        }
        return found;
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** By key. */
    @Transactional(readOnly = true)
    public List<Playbook> all() {
        var all = new TreeMap<>(given);
        for (var kept : store.all()) {
            var read = read(kept);
            if (read.playbook() == null) {
                // It was sound when it was handed in: a cause may have left the vocabulary since.
                LOG.warn("Playbook {} is left out: {}", kept.key(), read.faults());
            } else {
                all.put(kept.key(), read.playbook());
            }
        }
        return List.copyOf(all.values());
    }

    private Read read(Kept kept) {
        return PlaybookFile.read(kept.english(), kept.french(), causes, true);
    }

    public Playbook require(String key) {
        return all().stream()
                .filter(playbook -> playbook.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("incident.refused.playbook"));
    }

    List<String> causes(UUID incident) {
        return store.causes(incident);
    }

    /**
     * Takes in a playbook of the house.
     *
     * @param english Markdown with front matter
     * @param french the same headings without front matter; null or blank: the words above stand for both
     * @throws Refusal of kind INVALID with all that is wrong with it
     */
    @Transactional
    public Playbook hand(String english, @Nullable String french, Viewer by) {
        checkLead(by);
        var clean = english.replace("\r\n", "\n").strip() + "\n";
        var other = french == null || french.isBlank()
                ? null
                : french.replace("\r\n", "\n").strip() + "\n";
        var read = PlaybookFile.read(clean, other, causes, true);
        if (read.playbook() == null) {
            throw Refusal.invalid("incident.error.playbook", String.join("; ", read.faults()));
        }
        store.keep(new Kept(read.playbook().key(), clean, other), book.now(by));
        book.auditHouse(by, "playbook", read.playbook().key());
        return read.playbook();
    }

    /** Where it stood in the place of one of the product, that one comes back. */
    @Transactional
    public void remove(String key, Viewer by) {
        checkLead(by);
        if (!store.end(key, book.now(by))) {
            throw Refusal.notFound("incident.refused.playbook");
        }
        book.auditHouse(by, "playbook-removed", key);
    }

    private static void checkLead(Viewer by) {
        if (!by.is(Role.LEAD)) {
            throw Refusal.notFound("incident.refused.playbook");
        }
    }
}
