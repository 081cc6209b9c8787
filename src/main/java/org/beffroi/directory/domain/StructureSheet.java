package org.beffroi.directory.domain;

import java.time.LocalDate;
import java.util.List;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a structure, for one viewer.
 *
 * @param longName where it differs from the name
 * @param contacts how it is reached; none for those who have no need of it
 * @param siblings other open structures of its legal entity, the largest first, at most 20
 */
public record StructureSheet(
        Structure structure,
        @Nullable String longName,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String siret,
        @Nullable LocalDate openedOn,
        List<Contact> contacts,
        List<Structure> siblings) {}
