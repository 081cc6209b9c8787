package org.beffroi.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.beffroi.shared.GeneratedPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The problem types that a machine may meet. */
@Component
class ProblemPage implements GeneratedPage {
    /** The page is the same at every desk. */
    private static final Desk ANY = new Desk("", "…", "");

    private final MessageSource texts;

    ProblemPage(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "problem-types";
    }

    @Override
    public String text() {
        return """
                # Problem types

                What the API answers when it refuses (RFC 9457, `application/problem+json`). `type` and `status` are for machines and do not change;
                `title` and `detail` are in the language of `Accept-Language`, and `detail` usually says more than what stands here. A problem
                of type `/problems/invalid` may list every wrong field under `errors` (`field`, `detail`).
                """
                + GeneratedPage.head("type", "status", "English", "français")
                + Arrays.stream(Problem.values())
                        .map(problem -> GeneratedPage.row(
                                "`/problems/" + problem.slug() + "`",
                                String.valueOf(problem.status().value()),
                                said(problem, Locale.ENGLISH),
                                said(problem, Locale.FRENCH)))
                        .collect(Collectors.joining());
    }

    private String said(Problem problem, Locale locale) {
        var detail = problem.detail(texts, ANY, locale);
        return "**" + problem.say(detail, texts, locale).getTitle() + ".** " + detail;
    }
}
