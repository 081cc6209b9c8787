package org.beffroi.incident.rota.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beffroi.access.Colleagues;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.Rota;
import org.beffroi.incident.rota.domain.RotaPlan;
import org.beffroi.incident.rota.domain.RotaPlan.Which;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /rota}: who is on duty by day and on call by night, weeks at a glance; leads plan on the same page. */
@Controller
class RotaController {
    private static final int SHOWN = 2;

    private final Rota rota;
    private final RotaPlan plan;
    private final Colleagues colleagues;
    private final RotaCalendar calendar;

    RotaController(Rota rota, RotaPlan plan, Colleagues colleagues, RotaCalendar calendar) {
        this.rota = rota;
        this.plan = plan;
        this.colleagues = colleagues;
        this.calendar = calendar;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/rota")
    ModelAndView show(@RequestParam MultiValueMap<String, String> asked, Viewer viewer) {
        return page(asked, new LinkedMultiValueMap<>(), viewer, HttpStatus.OK);
    }

    /** What cannot be planned comes back with the reason, and with all that was chosen. */
    @OpenTo(Role.LEAD)
    @PostMapping("/rota")
    ModelAndView change(@RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        if (sent.containsKey("lang")) {
            return page(sent, sent, viewer, HttpStatus.OK);
        }
        try {
            act(sent, viewer);
        } catch (FieldErrors.Invalid wrong) {
            var first = wrong.errors().all().getFirst();
            return page(sent, sent, viewer, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject(
                            "refusal",
                            Refusal.invalid(first.key(), first.arguments().toArray()));
        } catch (Refusal refused) {
            return page(sent, sent, viewer, HttpStatus.CONFLICT).addObject("refusal", refused);
        }
        return new ModelAndView("redirect:/rota?from=%s&weeks=%d&done".formatted(from(sent), weeks(sent)));
    }

    private void act(MultiValueMap<String, String> sent, Viewer viewer) {
        var seen = seen(sent);
        var week = day(one(sent, "copy"));
        if (week != null) {
            plan.copy(week, seen, viewer);
        } else if (one(sent, "deed").equals("swap")) {
            plan.swap(all(sent, "slot"), seen, viewer);
        } else {
            plan.put(chosen(sent), one(sent, "rank").equals("2") ? 2 : 1, one(sent, "person"), seen, viewer);
        }
    }

    /** Those ticked, or a week's at once: {@code 2026-11-23/ON_CALL}. */
    private List<String> chosen(MultiValueMap<String, String> sent) {
        var parts = one(sent, "which").split("/", -1);
        var week = day(parts[0]);
        if (week == null || parts.length != 2) {
            return all(sent, "slot");
        }
        return Arrays.stream(Which.values())
                .filter(one -> one.name().equals(parts[1]))
                .findFirst()
                .map(one -> plan.slots(week, one))
                .orElse(List.of());
    }

    /** The versions that the page was drawn with: {@code 2026-11-23:4}. */
    private static Map<LocalDate, Integer> seen(MultiValueMap<String, String> sent) {
        var seen = new HashMap<LocalDate, Integer>();
        for (var written : all(sent, "seen")) {
            var parts = written.split(":", -1);
            var week = day(parts[0]);
            if (week != null && parts.length == 2 && parts[1].matches("\\d{1,9}")) {
                seen.put(week, Integer.valueOf(parts[1]));
            }
        }
        return seen;
    }

    /** One's own turns, to be taken into a calendar. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/rota/mine.ics")
    ResponseEntity<String> mine(Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"beffroi-rota.ics\"")
                .body(calendar.of(rota.own(viewer)));
    }

    private ModelAndView page(
            MultiValueMap<String, String> asked,
            MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpStatus status) {
        var weeks = rota.weeks(from(asked), weeks(asked), viewer);
        var model = new HashMap<String, @Nullable Object>();
        model.put("weeks", weeks);
        model.put("from", weeks.getFirst().monday());
        model.put("today", rota.today());
        model.put("now", rota.now(viewer));
        model.put("which", Which.values());
        model.put("colleagues", colleagues.all());
        model.put("may", viewer.is(Role.LEAD));
        model.put("ticked", all(typed, "slot"));
        model.put("chosen", one(typed, "which"));
        model.put("person", one(typed, "person"));
        model.put("rank", one(typed, "rank"));
        model.put("done", asked.containsKey("done"));
        model.put("languageForm", viewer.is(Role.LEAD) ? "plan" : null);
        return new ModelAndView("incident/rota", model, status);
    }

    private LocalDate from(MultiValueMap<String, String> fields) {
        return Objects.requireNonNullElse(day(one(fields, "from")), rota.today());
    }

    private static int weeks(MultiValueMap<String, String> fields) {
        return one(fields, "weeks").equals(String.valueOf(Rota.MOST_WEEKS)) ? Rota.MOST_WEEKS : SHOWN;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static List<String> all(MultiValueMap<String, String> fields, String name) {
        return new ArrayList<>(fields.getOrDefault(name, List.of()));
    }

    private static String one(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }
}
