package org.beffroi.directory;

import java.util.List;
import java.util.UUID;

/** How structures are reached. What people entered is never touched by an import. */
public interface ContactBook {
    /** Those that work out of band first. */
    List<Contact> of(UUID structure);

    /** Enters a contact, or corrects the one of the same kind and value. */
    void keep(UUID structure, Contact contact);

    /** Forgets a contact that people entered; the register's own stay. */
    void drop(UUID structure, Contact.Kind kind, String value);
}
