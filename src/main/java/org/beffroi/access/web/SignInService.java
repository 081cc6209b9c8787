package org.beffroi.access.web;

import java.util.UUID;
import org.beffroi.access.ClientAddress;
import org.beffroi.access.SignedIn;
import org.beffroi.access.domain.Account;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.SignInGuard;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Sign-in by e-mail address and password. An unknown address and a wrong password look alike from outside. */
@Service
class SignInService implements UserDetailsService {
    private final Accounts accounts;
    private final SignInGuard guard;

    SignInService(Accounts accounts, SignInGuard guard) {
        this.accounts = accounts;
        this.guard = guard;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        var email = typed.strip();
        if (guard.isShut(email, ClientAddress.current())) {
            return new SignedIn(new UUID(0, 0), email, "", true, 0);
        }
        return accounts.byEmail(email)
                .map(SignInService::of)
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    static SignedIn of(Account account) {
        return new SignedIn(
                account.id(), account.email(), account.passwordHash(), account.enabled(), account.generation());
    }

    @EventListener
    void wrongPassword(AuthenticationFailureBadCredentialsEvent event) {
        guard.failed(event.getAuthentication().getName(), ClientAddress.current());
    }

    @EventListener
    void success(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            accounts.signedIn(signedIn.account(), ClientAddress.current());
        }
    }
}
