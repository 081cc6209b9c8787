package org.beffroi.correspondence.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Correspondence;
import org.beffroi.correspondence.domain.Draft;
import org.beffroi.correspondence.domain.Enclosure;
import org.beffroi.correspondence.domain.Haste;
import org.beffroi.correspondence.domain.OutlineFields;
import org.beffroi.correspondence.domain.Outlines;
import org.beffroi.correspondence.domain.Reminders;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Timing;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One conversation and the box to write in, the same for both sides. */
@Component
class ThreadPage {
    private final Correspondence correspondence;
    private final Outlines outlines;
    private final OutlineFields fields;
    private final MessageSource texts;
    private final Reminders reminders;

    ThreadPage(
            Correspondence correspondence,
            Outlines outlines,
            OutlineFields fields,
            MessageSource texts,
            Reminders reminders) {
        this.reminders = reminders;
        this.texts = texts;
        this.correspondence = correspondence;
        this.outlines = outlines;
        this.fields = fields;
    }

    /** @param at the page's own address */
    ModelAndView show(Seat seat, String at, MultiValueMap<String, String> asked) {
        var text = seat.side() == Side.DESK
                ? outlines.find(one(asked, "outline"))
                        .map(outline -> fields.fill(outline, seat))
                        .orElse("")
                : "";
        return page(seat, at, new Draft(text, UUID.randomUUID().toString()), HttpStatus.OK)
                .addObject("sent", asked.containsKey("sent"))
                .addObject("kept", asked.containsKey("kept"));
    }

    /** Sends what was typed; what is wrong comes back with it. The desk must have said to whom it goes. */
    ModelAndView write(Seat seat, String at, MultiValueMap<String, String> typed, @Nullable List<MultipartFile> sent) {
        var draft = new Draft(
                quick(seat, one(typed, "quick")).orElse(one(typed, "text")),
                one(typed, "key"),
                typed.containsKey("awaits"),
                typed.containsKey("urgent") ? Haste.URGENT : Haste.USUAL,
                enclosures(sent));
        if (typed.containsKey("lang")) {
            return page(seat, at, draft, HttpStatus.OK);
        }
        var errors = draft.check();
        if (seat.side() == Side.DESK && one(typed, "confirmed").isEmpty()) {
            errors = errors.and("confirmed", "correspondence.error.confirm");
        }
        if (!errors.isEmpty()) {
            return page(seat, at, draft, HttpStatus.UNPROCESSABLE_CONTENT).addObject("errors", errors);
        }
        try {
            correspondence.write(seat, draft);
        } catch (Refusal refused) {
            return page(seat, at, draft, HttpStatus.CONFLICT).addObject("refusal", refused);
        }
        return new ModelAndView("redirect:" + at + "?sent");
    }

    private static List<Enclosure> enclosures(@Nullable List<MultipartFile> sent) {
        var enclosures = new ArrayList<Enclosure>();
        for (var file : Objects.requireNonNullElse(sent, List.<MultipartFile>of())) {
            // A field in which nothing was chosen sends a file without a name.
            if (file.getOriginalFilename() != null
                    && !file.getOriginalFilename().isEmpty()) {
                enclosures.add(new Enclosure(
                        file.getOriginalFilename(),
                        Objects.requireNonNullElse(file.getContentType(), ""),
                        bytes(file)));
            }
        }
        return enclosures;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a structure says with one press, in the words of its page; by hand it writes what it likes. */
    private Optional<String> quick(Seat seat, String code) {
        return seat.side() == Side.STRUCTURE && QuickAnswer.CODES.contains(code)
                ? Optional.of(texts.getMessage(
                        "correspondence.quick." + code + ".text", null, LocaleContextHolder.getLocale()))
                : Optional.empty();
    }

    private ModelAndView page(Seat seat, String at, Draft draft, HttpStatus status) {
        var atTheDesk = seat.side() == Side.DESK;
        return new ModelAndView("correspondence/thread", new HashMap<>(), status)
                .addObject("conversation", correspondence.open(seat))
                .addObject("atTheDesk", atTheDesk)
                .addObject("at", at)
                .addObject("back", at.replaceFirst("/messages$", ""))
                .addObject("zone", seat.declaration().structure().zone())
                .addObject("draft", draft)
                .addObject("timings", Timing.values())
                .addObject("languageForm", "write")
                .addObject("reminders", atTheDesk ? reminders.of(seat) : null)
                .addObject("outlines", atTheDesk ? outlines.all() : List.of())
                .addObject("errors", FieldErrors.NONE);
    }

    private static String one(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }
}
