package org.beffroi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Says what the domain refused: to people as a page, to machines as RFC 9457, in the reader's language. */
@ControllerAdvice
class Refusals {
    /** SQL states: character_not_in_repertoire, untranslatable_character. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private final MessageSource texts;
    private final PageAdvice layout;
    private final Desk desk;

    Refusals(MessageSource texts, PageAdvice layout, Desk desk) {
        this.texts = texts;
        this.desk = desk;
        this.layout = layout;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        return answer(Problem.of(refusal.kind()), message(refusal.key(), refusal.arguments(), locale), request, locale);
    }

    /** Pages catch this themselves, to show each error beside its field; what comes here is the API's, or a form's that was forged. */
    @ExceptionHandler(FieldErrors.Invalid.class)
    Object invalid(FieldErrors.Invalid invalid, HttpServletRequest request, Locale locale) {
        return invalid(invalid.errors(), request, locale);
    }

    private Object invalid(FieldErrors errors, HttpServletRequest request, Locale locale) {
        var answer = answer(Problem.INVALID, Problem.INVALID.detail(texts, desk, locale), request, locale);
        if (answer instanceof ResponseEntity<?> entity && entity.getBody() instanceof ProblemDetail problem) {
            problem.setProperty("errors", fields(errors, locale));
        }
        return answer;
    }

    /** A mistyped identifier in the address is of nothing; anywhere else it is a field that is wrong. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(Problem.NOT_FOUND, Problem.NOT_FOUND.detail(texts, desk, locale), request, locale);
        }
        var typed = String.valueOf(e.getValue());
        return invalid(
                new FieldErrors(List.of(
                        new FieldErrors.FieldError(e.getName(), "platform.problem.invalid.value", List.of(typed)))),
                request,
                locale);
    }

    /** What the database takes for no text: a NUL, in a place that no form has. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    Object noText(DataIntegrityViolationException e, HttpServletRequest request, Locale locale) {
        if (e.getMostSpecificCause() instanceof SQLException cause && NO_TEXT.contains(cause.getSQLState())) {
            return answer(Problem.UNREADABLE, Problem.UNREADABLE.detail(texts, desk, locale), request, locale);
        }
        throw e;
    }

    /** Broken UTF-8, half an escape: no browser sends it, and nothing of it can be shown again. */
    @ExceptionHandler(InvalidParameterException.class)
    Object unreadable(InvalidParameterException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.UNREADABLE, Problem.UNREADABLE.detail(texts, desk, locale), request, locale);
    }

    private List<Map<String, String>> fields(FieldErrors errors, Locale locale) {
        return errors.all().stream()
                .map(error -> Map.of("field", error.field(), "detail", message(error.key(), error.arguments(), locale)))
                .toList();
    }

    private Object answer(Problem problem, String said, HttpServletRequest request, Locale locale) {
        if (ErrorPages.isForMachines(request.getRequestURI())) {
            return ResponseEntity.status(problem.status()).body(problem.say(said, texts, locale));
        }
        var page = new ModelAndView(problem == Problem.UNREADABLE ? "error" : "platform/refusal", problem.status());
        layout.fill(page.getModelMap(), request);
        page.addObject("kind", problem.name());
        page.addObject("message", said);
        page.addObject("status", problem.status().value());
        page.addObject("back", sameSite(request));
        return page;
    }

    /** Where the reader came from, when that is a page of ours. */
    private static @Nullable String sameSite(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        var own = request.getRequestURL()
                .substring(
                        0,
                        request.getRequestURL().length()
                                - request.getRequestURI().length());
        return referer != null
                        && referer.startsWith(own + "/")
                        && !referer.substring(own.length()).matches("/[/\\\\].*")
                ? referer.substring(own.length())
                : null;
    }

    private String message(String key, List<Object> arguments, Locale locale) {
        return String.valueOf(texts.getMessage(key, arguments.toArray(), key, locale));
    }
}
