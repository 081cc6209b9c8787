package org.beffroi.platform.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.beffroi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The one list of problem types (RFC 9457). Their words are the messages {@code platform.problem.<slug>} and {@code ….detail}. */
enum Problem {
    /** Not readable at all. */
    UNREADABLE(HttpStatus.BAD_REQUEST),
    /** Who asks is not known. */
    UNKNOWN_CALLER(HttpStatus.UNAUTHORIZED),
    /** Who asks may not. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /** There is no such thing, or it is not for this viewer. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    /** The address exists; not with this method. */
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    /** Came in so slowly that it was given up. */
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    /** Not in the present state. */
    CONFLICT(HttpStatus.CONFLICT),
    /** Larger than what is taken. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** Sent as something else than JSON. */
    WRONG_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** Understood, and wrong. */
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** A part of ours does not answer; whether anything was kept, is known by sending it again. */
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

    static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status.value() == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? UNREADABLE : FAULT);
    }

    /** @param detail what exactly, in the reader's language */
    ProblemDetail say(String detail, MessageSource texts, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug()));
        problem.setTitle(texts.getMessage("platform.problem." + slug(), null, slug(), locale));
        return problem;
    }

    /** In general; where nobody but a human being can help, with the number to call. */
    String detail(MessageSource texts, Desk desk, Locale locale) {
        Object[] phone = {desk.phone()};
        return String.valueOf(texts.getMessage("platform.problem." + slug() + ".detail", phone, slug(), locale));
    }
}
