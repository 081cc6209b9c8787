package org.beffroi.access.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.access.domain.Account;
import org.beffroi.access.domain.RightsReader;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * The form for an account or a token, as it was typed. A password is never shown again.
 *
 * @param structures FINESS numbers, with commas, semicolons or line ends between
 * @param enabled null unless the box is ticked
 * @param seen what the account was when the form was opened
 */
record Typed(
        String email,
        String name,
        String password,
        Set<String> roles,
        String region,
        String structures,
        @Nullable String enabled,
        String seen) {
    static final Typed NOTHING = new Typed("", "", "", Set.of(), "", "", null, "");

    Typed {
        roles = roles == null ? Set.of() : roles;
        email = email == null ? "" : email;
        name = name == null ? "" : name;
        password = password == null ? "" : password;
        region = region == null ? "" : region;
        structures = structures == null ? "" : structures;
        seen = seen == null ? "" : seen;
    }

    static Typed of(Account account, StructureRegister register) {
        return new Typed(
                account.email(),
                account.name(),
                "",
                account.roles().stream().map(Role::name).collect(Collectors.toSet()),
                account.region() == null ? "" : account.region(),
                account.structures().stream()
                        .map(structure -> register.finess(structure).orElseGet(structure::toString))
                        .sorted()
                        .collect(Collectors.joining("\n")),
                account.enabled() ? "true" : null,
                account.seen());
    }

    RightsReader.Rights rights(RightsReader reader) {
        var numbers = Arrays.stream(structures.split("[,;\\n]"))
                .map(String::strip)
                .filter(finess -> !finess.isEmpty())
                .toList();
        return reader.read(roles, region, numbers);
    }

    void show(Model model, FieldErrors errors, Taxonomy taxonomy) {
        model.addAttribute("typed", this);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", taxonomy.vocabulary("role").terms());
        model.addAttribute("regions", taxonomy.vocabulary("region").terms());
    }
}
