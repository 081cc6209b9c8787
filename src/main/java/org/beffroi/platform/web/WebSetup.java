package org.beffroi.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.beffroi.access.Viewer;
import org.beffroi.platform.security.CurrentViewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Language by {@code ?lang=}, else by cookie, else by the browser, else French; the viewer as an argument; the guard before all. */
@Configuration
class WebSetup implements WebMvcConfigurer {
    private final List<HandlerInterceptor> guards;
    private final CurrentViewer current;

    WebSetup(List<HandlerInterceptor> guards, CurrentViewer current) {
        this.guards = guards;
        this.current = current;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> spoken(request.getLocale()));
        return resolver;
    }

    private static Locale spoken(Locale wished) {
        return wished.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        guards.forEach(registry::addInterceptor);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Viewer.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @org.jspecify.annotations.Nullable WebDataBinderFactory binder) {
                return current.of(java.util.Objects.requireNonNull(
                        request.getNativeRequest(jakarta.servlet.http.HttpServletRequest.class)));
            }
        });
    }
}
