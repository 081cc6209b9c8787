package org.beffroi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.beffroi.platform.security.CurrentViewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says what the domain refused: to people as a page, to machines as RFC 9457, in the reader's language. */
@ControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MessageSource texts;
    private final Desk desk;
    private final CurrentViewer current;

    Refusals(MessageSource texts, Desk desk, CurrentViewer current) {
        this.texts = texts;
        this.desk = desk;
        this.current = current;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        var said = texts.getMessage(refusal.key(), refusal.arguments().toArray(), refusal.key(), locale);
        return answer(Problem.of(refusal.kind()), String.valueOf(said), request, locale);
    }

    /** Pages catch this themselves, to show each error beside its field; what comes here is the API's, or a form's that was forged. */
    @ExceptionHandler(FieldErrors.Invalid.class)
    Object invalid(FieldErrors.Invalid invalid, HttpServletRequest request, Locale locale) {
        var answer = answer(Problem.INVALID, text("platform.problem.invalid-fields", locale), request, locale);
        if (answer instanceof ResponseEntity<?> entity && entity.getBody() instanceof ProblemDetail problem) {
            problem.setProperty("errors", fields(invalid.errors(), locale));
        }
        return answer;
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    Object databaseGone(Exception e, HttpServletRequest request, Locale locale) {
        LOG.error("The database does not answer. `./beffroi doctor` says how to mend it.", e);
        return answer(Problem.UNAVAILABLE, text("platform.problem.unavailable.detail", locale), request, locale);
    }

    private List<Map<String, String>> fields(FieldErrors errors, Locale locale) {
        return errors.all().stream()
                .map(error -> Map.of(
                        "field",
                        error.field(),
                        "detail",
                        String.valueOf(
                                texts.getMessage(error.key(), error.arguments().toArray(), error.key(), locale))))
                .toList();
    }

    private Object answer(Problem problem, String said, HttpServletRequest request, Locale locale) {
        var title = text("platform.problem." + problem.slug(), locale);
        if (request.getRequestURI().startsWith("/api/")) {
            var detail = ProblemDetail.forStatusAndDetail(problem.status(), said);
            detail.setType(URI.create("/problems/" + problem.slug()));
            detail.setTitle(title);
            return ResponseEntity.status(problem.status()).body(detail);
        }
        var page = new ModelAndView("platform/refusal", problem.status());
        page.addObject("title", title);
        page.addObject("said", said);
        page.addObject("status", problem.status().value());
        page.addObject("desk", desk);
        page.addObject("viewer", current.of(request));
        page.addObject("path", request.getRequestURI());
        return page;
    }

    private String text(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, key, locale));
    }

    /** The one list of problem types. */
    enum Problem {
        /** There is no such thing, or it is not for this viewer. */
        NOT_FOUND(HttpStatus.NOT_FOUND),
        /** Not in the present state. */
        CONFLICT(HttpStatus.CONFLICT),
        /** Understood, and wrong. */
        INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
        /** Not readable at all. */
        UNREADABLE(HttpStatus.BAD_REQUEST),
        /** Who asks is not known. */
        UNKNOWN_CALLER(HttpStatus.UNAUTHORIZED),
        /** Who asks may not. */
        FORBIDDEN(HttpStatus.FORBIDDEN),
        /** Larger than what is taken. */
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        /** A part of ours does not answer; nothing was kept. */
        UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        /** A fault of ours. */
        FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Problem(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Problem of(Refusal.Kind kind) {
            return switch (kind) {
                case NOT_FOUND -> NOT_FOUND;
                case CONFLICT -> CONFLICT;
                case INVALID -> INVALID;
            };
        }
    }
}
