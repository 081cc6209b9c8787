package org.beffroi.directory.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Position;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * One site ({@code ege}) of the daily file.
 *
 * @param generatedOn day of the file
 */
record DailySite(Node site, @Nullable LocalDate generatedOn) {
    private static final String MAIN_ADDRESS = "03";
    private static final String INACTIVE = "I";

    /** @param legalStatus as far as the legal entity tells it */
    Entry entry(@Nullable LegalEntity owner, @Nullable String legalStatus) throws Rejected {
        var about = site.child("informationsGeneralesEGE");
        var address = address();
        var shortName = about.first("nomEgeCourt", "nomEgeLong");
        var commune = address.text("cogCommune");
        return new Entry(
                orEmpty(about.text("numFinessEge")),
                owner,
                orEmpty(shortName),
                about.text("nomEgeLong"),
                orEmpty(site.coding("categorieEntiteGeographiqueExercice")),
                legalStatus,
                null,
                Departments.ofCommune(orEmpty(commune)),
                address.text("ligneAcheminement"),
                address.text("codePostal"),
                street(address),
                about.text("siret") != null ? about.text("siret") : site.text("siret"),
                position(address.child("coordonneesGeographique")),
                Fields.day(about.text("dateOuverture")),
                true,
                closedOn(about),
                null,
                contacts());
    }

    private Node address() {
        var addresses = site.list("adresse");
        return addresses.stream()
                .filter(address -> MAIN_ADDRESS.equals(address.text("usageAdresse")))
                .findFirst()
                .orElseGet(() -> addresses.isEmpty() ? site.child("adresse") : addresses.getFirst());
    }

    private static @Nullable String street(Node address) {
        var written = address.text("ligneQuatre");
        return written != null
                ? Fields.joined(written, address.text("lieuDit"))
                : Fields.joined(
                        address.text("numeroVoie"),
                        address.text("typeVoie"),
                        address.text("libelleVoie"),
                        address.text("lieuDit"));
    }

    /** A closure in the past counts only when the site is inactive: some have opened again. */
    private @Nullable LocalDate closedOn(Node about) throws Rejected {
        var closure = Fields.day(about.text("dateFermeture"));
        if (!INACTIVE.equals(site.coding("etatObjet"))) {
            return closure != null && generatedOn != null && closure.isAfter(generatedOn) ? closure : null;
        }
        if (closure == null) {
            closure = Fields.day(lastChange());
        }
        if (closure == null) {
            throw new Rejected(Reason.WRONG_VALUE, "inactive, and no day of closure");
        }
        return closure;
    }

    private @Nullable String lastChange() {
        var plain = site.text("dateDerniereMaj");
        return plain != null ? plain : site.child("dateDerniereMaj").text("dateEvenement");
    }

    /** Degrees. What stands under X and Y is in metres, and in the other order than its names say. A place that cannot be is none. */
    private static @Nullable Position position(Node coordinates) {
        var latitude = coordinates.text("directionLatitude");
        var longitude = coordinates.text("directionLongitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new Position(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Contact> contacts() {
        var contacts = new ArrayList<Contact>();
        for (var contact : site.list("contact")) {
            var telecom = contact.child("telecom");
            add(contacts, Contact.Kind.PHONE, telecom.text("telephone"));
            add(contacts, Contact.Kind.EMAIL, telecom.text("courriel"));
        }
        return contacts.stream()
                .distinct()
                .sorted(Comparator.comparing((Contact contact) -> contact.kind().name())
                        .thenComparing(Contact::value))
                .toList();
    }

    private static void add(List<Contact> contacts, Contact.Kind kind, @Nullable String value) {
        if (value != null) {
            contacts.add(new Contact(kind, value, null, false, true));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
