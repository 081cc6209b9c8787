package org.beffroi.incident.api;

import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.SimilarIncidents;
import org.beffroi.incident.domain.Waves;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many structures' declarations of one outage, for machines of the desk. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/wave")
class WaveApi {
    private final Waves waves;

    WaveApi(Waves waves) {
        this.waves = waves;
    }

    /**
     * What is to join.
     *
     * @param declarations numbers, 500 at most at once
     * @param because in words, for the desk
     */
    record Joining(
            @Nullable List<String> declarations, @Nullable String because) {}

    /** @param refused message key of why it did not join */
    record Left(PublicReference declaration, String refused) {}

    /** What became of it: asked for again, those that had joined are among {@code joined}. */
    record Joined(List<PublicReference> joined, List<Left> left) {}

    /** Open incidents that may be the same outage, the likeliest first. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    SimilarIncidents.Found candidates(@PathVariable String reference, Viewer viewer) {
        return waves.candidates(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    Joined join(@PathVariable String reference, @RequestBody Joining joining, Viewer viewer) {
        var numbers = Objects.requireNonNullElse(joining.declarations(), List.<String>of()).stream()
                .map(one -> Objects.requireNonNullElse(one, ""))
                .toList();
        var done = waves.join(reference, numbers, joining.because(), viewer);
        return new Joined(
                done.joined(),
                done.left().stream()
                        .map(one -> new Left(one.reference(), one.because().key()))
                        .toList());
    }
}
