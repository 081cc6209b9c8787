package org.beffroi.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.ApiTokens;
import org.springframework.stereotype.Component;

/** What other modules may ask about accounts. */
@Component
public class Access {
    private final Accounts accounts;
    private final ApiTokens tokens;

    Access(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /**
     * Who a session is now.
     *
     * @param mustChangePassword before anything else is opened
     */
    public record Session(Viewer viewer, boolean mustChangePassword) {}

    /** Empty when the account was closed since, or its password changed elsewhere. */
    public Optional<Session> session(SignedIn signedIn) {
        return accounts.byId(signedIn.account())
                .filter(account -> account.enabled() && account.generation() == signedIn.generation())
                .map(account -> new Session(account.viewer(), account.mustChangePassword()));
    }

    /** The viewer that a machine's token stands for; empty when it is unknown, expired or revoked. */
    public Optional<Viewer> viewerOfToken(String token) {
        return tokens.viewer(token);
    }

    /**
     * Opens a declarant's account; used by the demonstration, whose structures this module does not know.
     *
     * @throws org.beffroi.shared.FieldErrors.Invalid when the address is taken, or something is missing
     */
    public void openDeclarant(String email, String name, String password, Set<UUID> structures) {
        accounts.open(
                new Accounts.Opening(email, name, password, Set.of(Role.DECLARANT), null, structures),
                Viewer.system("demonstration"));
    }

    /** Who works at the national desk, by name; without closed accounts. */
    public List<Person> desk() {
        return accounts.all().stream()
                .filter(account -> account.enabled() && account.viewer().atTheDesk())
                .map(account -> new Person(account.email(), account.name()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** The viewer by e-mail address, as the demonstration's stories name their people. */
    public Optional<Viewer> viewerByEmail(String email) {
        return accounts.byEmail(email).flatMap(account -> accounts.viewer(account.id()));
    }
}
