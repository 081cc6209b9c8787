package org.beffroi.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One chain for pages and API. It tells who is asking; whether they may is said by each handler ({@code @OpenTo}) and enforced by
 * {@link HandlerGuard}.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityChain {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

    private static final RequestMatcher SIGNING = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/sign-in"),
            PathPatternRequestMatcher.withDefaults().matcher("/sign-out"));

    @Bean
    SecurityFilterChain chain(HttpSecurity http, TokenFilter tokens, InlineStyle style) throws Exception {
        var entry = new SignInOrRefuse();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .defaultSuccessUrl("/start", false)
                        .failureHandler(SecurityChain::notSignedIn)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signedOut"))
                .httpBasic(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(cookie())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(SecurityChain::actsOnASession))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .exceptionHandling(on -> on.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(POLICY + "; style-src 'self' " + style.source()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .build();
    }

    private static CookieCsrfTokenRepository cookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** That the database could not be asked must not be told as a wrong password. */
    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof InternalAuthenticationServiceException fault) {
            throw fault;
        }
        new SimpleUrlAuthenticationFailureHandler("/sign-in?error").onAuthenticationFailure(request, response, reason);
    }

    /**
     * A forged request does harm only where a session's rights go along with it. A guest's declaration needs no session, and so can be sent
     * from a page that was saved hours ago.
     */
    private static boolean actsOnASession(HttpServletRequest request) {
        var safe = switch (request.getMethod()) {
            case "GET", "HEAD", "TRACE", "OPTIONS" -> true;
            default -> false;
        };
        if (safe) {
            return false;
        }
        // Nor may anybody be signed in to somebody else's account without noticing. The address as the form login
        // reads it, whichever way it is written, and whatever else is sent along.
        if (SIGNING.matches(request)) {
            return true;
        }
        return request.getHeader("Authorization") == null && bearsRights(request.getSession(false));
    }

    private static boolean bearsRights(@Nullable HttpSession session) {
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
