package org.beffroi.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session remembers: which account, nothing of its rights, nor of its password. Rights are read again at each request, so that what
 * was taken away is gone at once; the password's hash is known only while it is compared.
 */
public final class SignedIn implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 3;

    private final UUID account;
    private final String email;
    private final boolean enabled;
    private final int generation;
    private transient @Nullable String hash;

    /** @param generation of the account’s sessions when this one began */
    public SignedIn(UUID account, String email, String hash, boolean enabled, int generation) {
        this.account = account;
        this.email = email;
        this.hash = hash;
        this.enabled = enabled;
        this.generation = generation;
    }

    public UUID account() {
        return account;
    }

    public int generation() {
        return generation;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        hash = null;
    }
}
