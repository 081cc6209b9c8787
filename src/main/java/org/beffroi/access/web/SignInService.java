package org.beffroi.access.web;

import java.time.Clock;
import org.beffroi.access.SignedIn;
import org.beffroi.access.domain.Accounts;
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
    private final Clock clock;

    SignInService(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        var account = accounts.byEmail(email.strip()).orElseThrow(() -> new UsernameNotFoundException("unknown"));
        var locked = account.lockedUntil();
        return new SignedIn(
                account.id(),
                account.email(),
                account.passwordHash(),
                account.enabled(),
                locked == null || !clock.instant().isBefore(locked));
    }

    @EventListener
    void wrongPassword(AuthenticationFailureBadCredentialsEvent event) {
        accounts.wrongPassword(event.getAuthentication().getName().strip());
    }

    @EventListener
    void success(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            accounts.signedIn(signedIn.account());
        }
    }
}
