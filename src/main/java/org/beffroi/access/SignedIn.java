package org.beffroi.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session remembers: which account, nothing of its rights. They are read again at each request, so that what was taken away is gone
 * at once.
 *
 * @param generation of the account’s sessions when this one began
 */
public record SignedIn(
        UUID account, String email, String hash, boolean isEnabled, boolean isAccountNonLocked, int generation)
        implements UserDetails {
    private static final long serialVersionUID = 2;

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return email;
    }
}
