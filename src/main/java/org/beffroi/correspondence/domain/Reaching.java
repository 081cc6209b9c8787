package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beffroi.correspondence.domain.Numbers.Phone;
import org.beffroi.declaration.Sheet;
import org.beffroi.directory.Contact;
import org.beffroi.directory.ContactBook;
import org.springframework.stereotype.Component;

/**
 * Which way one message takes to a structure: one, the furthest from its own network. An address named as the way round the network; a
 * mobile named so; the declarant's mailbox; the declarant's mobile. Where no text message can be sent, mailboxes come first.
 */
@Component
class Reaching {
    private final SmsSettings gateway;
    private final ContactBook contacts;

    Reaching(SmsSettings gateway, ContactBook contacts) {
        this.gateway = gateway;
        this.contacts = contacts;
    }

    Optional<Reach> of(Sheet sheet) {
        var roundTheNetwork = mail(sheet, "outOfBand");
        var mobile = mobile(sheet, "outOfBand");
        var mailbox = mail(sheet, "email");
        var known = gateway.isNamed()
                ? Stream.of(roundTheNetwork, mobile, mailbox)
                : Stream.of(roundTheNetwork, mailbox, mobile);
        return Stream.concat(known, Stream.of(mobile(sheet, "phone")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reach> mail(Sheet sheet, String question) {
        return sheet.answers().one(question).flatMap(Notices::addressIn).map(address -> new Reach(Way.MAIL, address));
    }

    private static Optional<Reach> mobile(Sheet sheet, String question) {
        return numbers(sheet, question)
                .filter(Phone::mobile)
                .map(number -> new Reach(Way.SMS, number.e164()))
                .findFirst();
    }

    private static Stream<Phone> numbers(Sheet sheet, String question) {
        return sheet.answers().one(question).stream().flatMap(said -> Numbers.in(said, sheet.structure()).stream());
    }

    /** The telephone round the structure's network, where it is the only way round and nothing written gets there: somebody must call. */
    Optional<String> toCall(Sheet sheet) {
        var written = mail(sheet, "outOfBand").isPresent()
                || mobile(sheet, "outOfBand").isPresent();
        return written
                ? Optional.empty()
                : numbers(sheet, "outOfBand").map(Phone::shown).findFirst();
    }

    /** Another mailbox of the structure or, where text messages can be sent, a mobile; those that work out of band first. */
    Optional<Reach> next(Sheet sheet) {
        var known = of(sheet).map(Reach::address).orElse("");
        return Optional.ofNullable(sheet.structure().id()).map(contacts::of).orElse(List.of()).stream()
                .flatMap(contact -> of(contact, sheet).stream())
                .filter(reach -> !reach.address().equalsIgnoreCase(known))
                .findFirst();
    }

    private Optional<Reach> of(Contact contact, Sheet sheet) {
        return switch (contact.kind()) {
            case EMAIL -> Optional.of(new Reach(Way.MAIL, contact.value()));
            case PHONE ->
                Numbers.in(contact.value(), sheet.structure()).stream()
                        .filter(number -> gateway.isNamed() && number.mobile())
                        .map(number -> new Reach(Way.SMS, number.e164()))
                        .findFirst();
        };
    }
}
