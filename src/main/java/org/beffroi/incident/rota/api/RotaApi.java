package org.beffroi.incident.rota.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.OnDuty;
import org.beffroi.incident.rota.domain.Rota;
import org.beffroi.incident.rota.domain.Rota.OwnTurn;
import org.beffroi.incident.rota.domain.RotaPlan;
import org.beffroi.incident.rota.domain.RotaWeek;
import org.beffroi.shared.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is on duty and on call, for machines. Everybody at the desk reads it; leads plan. */
@RestController
@RequestMapping("/api/v1/rota")
class RotaApi {
    private final Rota rota;
    private final RotaPlan plan;

    RotaApi(Rota rota, RotaPlan plan) {
        this.rota = rota;
        this.plan = plan;
    }

    /** @param from any day of the first week; left out: this week */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<RotaWeek> weeks(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "2") int weeks,
            Viewer viewer) {
        return rota.weeks(from, weeks, viewer);
    }

    /** Who answers now, and whether somebody will tonight. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/now")
    OnDuty now(Viewer viewer) {
        return rota.now(viewer);
    }

    /** The caller's own turns, from a month ago on. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/mine")
    List<OwnTurn> mine(Viewer viewer) {
        return rota.own(viewer);
    }

    /** A week, and which version of it was seen. */
    record WeekSeen(@Nullable LocalDate monday, @Nullable Integer version) {}

    /**
     * Who is put down.
     *
     * @param slots as {@code 2026-11-23/NIGHT}
     * @param person e-mail by which the colleague signs in; left out: nobody
     * @param rank 1, called first, or 2
     * @param seen weeks that somebody else has changed since are refused with 409
     */
    record TurnsPut(
            @Nullable List<String> slots,
            @Nullable String person,
            @Nullable Integer rank,
            @Nullable List<WeekSeen> seen) {}

    @OpenTo(Role.LEAD)
    @PutMapping("/turns")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@RequestBody TurnsPut body, Viewer viewer) {
        plan.put(
                slots(body.slots()),
                Objects.requireNonNullElse(body.rank(), 1),
                Objects.requireNonNullElse(body.person(), ""),
                seen(body.seen()),
                viewer);
    }

    /** @param slots two */
    record TurnsSwapped(
            @Nullable List<String> slots, @Nullable List<WeekSeen> seen) {}

    @OpenTo(Role.LEAD)
    @PostMapping("/swap")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void swap(@RequestBody TurnsSwapped body, Viewer viewer) {
        plan.swap(slots(body.slots()), seen(body.seen()), viewer);
    }

    /** @param week any day of the week that is planned like the one before it */
    record WeekCopied(@Nullable LocalDate week, @Nullable List<WeekSeen> seen) {}

    @OpenTo(Role.LEAD)
    @PostMapping("/copy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void copy(@RequestBody WeekCopied body, Viewer viewer) {
        if (body.week() == null) {
            FieldErrors.NONE.and("week", "incident.rota.error.week").throwIfAny();
        }
        plan.copy(Objects.requireNonNull(body.week()), seen(body.seen()), viewer);
    }

    private static List<String> slots(@Nullable List<String> sent) {
        return Objects.requireNonNullElse(sent, List.<String>of()).stream()
                .map(slot -> Objects.requireNonNullElse(slot, ""))
                .toList();
    }

    private static Map<LocalDate, Integer> seen(@Nullable List<WeekSeen> sent) {
        var seen = new HashMap<LocalDate, Integer>();
        for (var week : Objects.requireNonNullElse(sent, List.<WeekSeen>of())) {
            if (week != null && week.monday() != null && week.version() != null) {
                seen.put(week.monday(), week.version());
            }
        }
        return seen;
    }
}
