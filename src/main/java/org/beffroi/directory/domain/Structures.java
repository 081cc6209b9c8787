package org.beffroi.directory.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.directory.Contact;
import org.beffroi.directory.ContactBook;
import org.beffroi.directory.Finess;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people and machines may see and change of structures, each as far as they see. */
@Service
public class Structures {
    /** How many a search shows; whoever needs another one types another word. */
    public static final int SHOWN = 50;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{6,30}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,180}");
    private static final int LONGEST_LABEL = 100;

    private final StructureStore store;
    private final ContactBook contacts;
    private final Taxonomy taxonomy;
    private final AuditTrail audit;
    private final Clock clock;

    Structures(StructureStore store, ContactBook contacts, Taxonomy taxonomy, AuditTrail audit, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.taxonomy = taxonomy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param region and group: codes; those that are none are as if not given */
    public List<Structure> search(
            String typed, @Nullable String region, @Nullable String group, boolean closedToo, Viewer viewer) {
        var query = new StructureQuery(
                typed,
                reach(viewer),
                closedToo,
                false,
                known("region", region),
                known("structure-group", group),
                SHOWN);
        return store.find(query, today());
    }

    private @Nullable String known(String vocabulary, @Nullable String code) {
        return code != null && taxonomy.vocabulary(vocabulary).has(code) ? code : null;
    }

    /** @param key FINESS number as typed, or identifier */
    public Optional<StructureSheet> sheet(String key, Viewer viewer) {
        return find(key, viewer).map(structure -> {
            var seen = mayReach(viewer) ? contacts.of(structure.id()) : List.<Contact>of();
            var siblings = store.siblings(structure, reach(viewer), today());
            return store.sheet(structure, seen, siblings);
        });
    }

    private Optional<Structure> find(String key, Viewer viewer) {
        return Finess.parse(key)
                .flatMap(finess -> store.within(reach(viewer), "s.finess", finess.value()))
                .or(() -> identifier(key).flatMap(id -> store.within(reach(viewer), "s.id", id)));
    }

    private static Optional<UUID> identifier(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps how a structure is reached, best before it is needed: a number that works when its network is cut. */
    @Transactional
    public void keepContact(String key, Contact contact, Viewer viewer) {
        var structure = changeable(key, viewer);
        check(contact).throwIfAny();
        contacts.keep(structure.id(), contact);
        audit.record(viewer, "contact.keep", "structure", structure.id());
    }

    @Transactional
    public void dropContact(String key, Contact.Kind kind, String value, Viewer viewer) {
        var structure = changeable(key, viewer);
        contacts.drop(structure.id(), kind, value);
        audit.record(viewer, "contact.drop", "structure", structure.id());
    }

    private Structure changeable(String key, Viewer viewer) {
        return find(key, viewer)
                .filter(structure -> mayChange(viewer))
                .orElseThrow(() -> Refusal.notFound("directory.error.not-found"));
    }

    private static FieldErrors check(Contact contact) {
        var errors = FieldErrors.NONE;
        boolean phone = contact.kind() == Contact.Kind.PHONE;
        if (!(phone ? PHONE : EMAIL).matcher(contact.value()).matches()) {
            errors = errors.and("value", phone ? "directory.error.phone" : "directory.error.email");
        }
        if (contact.label() != null && contact.label().length() > LONGEST_LABEL) {
            errors = errors.and("label", "directory.error.label", LONGEST_LABEL);
        }
        return errors;
    }

    /** The desk and the administrators keep contacts. */
    public boolean mayChange(Viewer viewer) {
        return viewer.is(Role.ANALYST, Role.LEAD, Role.ADMIN);
    }

    private static boolean mayReach(Viewer viewer) {
        return viewer.is(Role.ANALYST, Role.LEAD, Role.AGENCY, Role.ADMIN);
    }

    /** Where structures are is public knowledge; those who see no incident see all of them all the same. */
    private static Scope reach(Viewer viewer) {
        return viewer.is(Role.OBSERVATORY, Role.ADMIN) ? Scope.nation() : viewer.scope();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Paris.ZONE));
    }
}
