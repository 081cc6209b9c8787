package org.beffroi.access.api;

import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Reaches;
import org.beffroi.access.domain.Reaches.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the desk's calls reach the caller. A machine is called by nobody: 409. */
@RestController
@RequestMapping("/api/v1/account/reach")
class ReachApi {
    private final Reaches reaches;

    ReachApi(Reaches reaches) {
        this.reaches = reaches;
    }

    /** What is left out is not said any more. */
    record ReachSaid(@Nullable String phone, @Nullable String email) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    Reach own(Viewer viewer) {
        return reaches.own(viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PutMapping
    Reach change(@RequestBody ReachSaid body, Viewer viewer) {
        return reaches.change(
                Objects.requireNonNullElse(body.phone(), ""), Objects.requireNonNullElse(body.email(), ""), viewer);
    }
}
