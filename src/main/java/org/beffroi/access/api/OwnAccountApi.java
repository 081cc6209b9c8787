package org.beffroi.access.api;

import java.util.Set;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.WithAnyPassword;
import org.beffroi.access.domain.PasswordChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is calling, and a new password for those who have one. */
@RestController
@RequestMapping("/api/v1/account")
class OwnAccountApi {
    private final PasswordChanges passwords;

    OwnAccountApi(PasswordChanges passwords) {
        this.passwords = passwords;
    }

    record Me(String name, Set<Role> roles) {}

    record NewPassword(@Nullable String present, @Nullable String password) {}

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping
    Me me(Viewer viewer) {
        return new Me(viewer.name(), viewer.roles());
    }

    /** Every session of the account ends, the calling one as well. A token has no password: 409. */
    @WithAnyPassword
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody NewPassword body, Viewer viewer) {
        passwords.own(viewer, or(body.present()), or(body.password()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
