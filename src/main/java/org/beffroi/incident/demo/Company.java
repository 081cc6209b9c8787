package org.beffroi.incident.demo;

import org.beffroi.access.Access;
import org.beffroi.directory.Directory;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** Calls together who is there to play: the structures and accounts that earlier seeds brought. */
@Component
class Company {
    private final Directory directory;
    private final Taxonomy taxonomy;
    private final Access access;

    Company(Directory directory, Taxonomy taxonomy, Access access) {
        this.directory = directory;
        this.taxonomy = taxonomy;
        this.access = access;
    }

    Cast cast() {
        return new Cast(directory, taxonomy, access);
    }
}
