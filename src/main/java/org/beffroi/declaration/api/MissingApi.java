package org.beffroi.declaration.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.declaration.domain.StillToTell;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has not been said yet in a declaration, for machines: keys of questions. */
@RestController
@RequestMapping("/api/v1")
class MissingApi {
    private final DeclarationDesk desk;

    MissingApi(DeclarationDesk desk) {
        this.desk = desk;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/missing")
    List<String> missing(@PathVariable String reference, Viewer viewer) {
        return PublicReference.parse(reference)
                .flatMap(known -> desk.find(known, viewer))
                .flatMap(declaration -> desk.sheet(declaration, viewer))
                .map(Sheet::answers)
                .map(StillToTell::of)
                .orElseThrow(() -> Refusal.notFound("declaration.error.not-found"));
    }

    @OpenToAll
    @GetMapping("/follow/{token}/missing")
    List<String> missingByLink(@PathVariable String token) {
        return StillToTell.of(desk.followed(token).answers());
    }
}
