package org.beffroi.directory.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.beffroi.directory.Capacity;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a structure, and what is kept of it. Null is «not said»: it never wipes out what another file said.
 *
 * @param town of the postal address; department and region by their vocabularies
 * @param closureSaid whether the file knows of closures; if so, {@code closedOn} replaces what was kept, even by nothing
 * @param contacts kind and value; null when the file has none at all
 */
record Entry(
        String finess,
        @Nullable LegalEntity legalEntity,
        String name,
        @Nullable String longName,
        String category,
        @Nullable String legalStatus,
        @Nullable String region,
        String department,
        @Nullable String town,
        @Nullable String postcode,
        @Nullable String address,
        @Nullable String siret,
        @Nullable Position position,
        @Nullable LocalDate openedOn,
        boolean closureSaid,
        @Nullable LocalDate closedOn,
        @Nullable Capacity capacity,
        @Nullable List<Contact> contacts) {

    Entry {
        contacts = contacts == null ? null : List.copyOf(contacts);
    }

    /** This, as a newer file leaves it. */
    Entry updatedBy(Entry newer) {
        return new Entry(
                finess,
                owner(newer.legalEntity),
                newer.name,
                or(newer.longName, longName),
                newer.category,
                or(newer.legalStatus, legalStatus),
                or(newer.region, region),
                newer.department,
                or(newer.town, town),
                or(newer.postcode, postcode),
                or(newer.address, address),
                or(newer.siret, siret),
                or(newer.position, position),
                or(newer.openedOn, openedOn),
                closureSaid || newer.closureSaid,
                newer.closureSaid ? newer.closedOn : closedOn,
                or(newer.capacity, capacity),
                or(newer.contacts, contacts));
    }

    private @Nullable LegalEntity owner(@Nullable LegalEntity newer) {
        if (newer == null || legalEntity == null || !newer.finess().equals(legalEntity.finess())) {
            return or(newer, legalEntity);
        }
        return new LegalEntity(
                newer.finess(),
                or(newer.name(), legalEntity.name()),
                or(newer.siren(), legalEntity.siren()),
                or(newer.registerId(), legalEntity.registerId()));
    }

    private static <T> @Nullable T or(@Nullable T newer, @Nullable T older) {
        return newer != null ? newer : older;
    }

    Entry in(String itsRegion) {
        return with(itsRegion, contacts);
    }

    /** Without contacts that are kept otherwise. */
    Entry without(List<Contact> others) {
        return contacts == null || others.isEmpty()
                ? this
                : with(
                        region,
                        contacts.stream()
                                .filter(contact -> !others.contains(contact))
                                .toList());
    }

    private Entry with(@Nullable String itsRegion, @Nullable List<Contact> itsContacts) {
        return new Entry(
                finess,
                legalEntity,
                name,
                longName,
                category,
                legalStatus,
                itsRegion,
                department,
                town,
                postcode,
                address,
                siret,
                position,
                openedOn,
                closureSaid,
                closedOn,
                capacity,
                itsContacts);
    }

    /** What it is found by. */
    String searchText() {
        return SearchText.of(name, longName, town, legalEntity == null ? null : legalEntity.name(), postcode, finess);
    }

    /** Among equals, those come first whom most declarations will be about. */
    int weight() {
        if (capacity == null) {
            return 0;
        }
        int beds = Objects.requireNonNullElse(capacity.acuteBeds(), 0);
        return Math.min(beds, 5_000) + (capacity.emergency() ? 10_000 : 0) + (capacity.samu() ? 5_000 : 0);
    }
}
