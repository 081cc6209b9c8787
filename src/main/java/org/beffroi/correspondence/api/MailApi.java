package org.beffroi.correspondence.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.MailRoom;
import org.beffroi.files.FileAnswer;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mails that came in and are in no conversation yet, for the desk's machines. */
@RestController
@RequestMapping("/api/v1/mails")
class MailApi {
    private final MailRoom mails;

    MailApi(MailRoom mails) {
        this.mails = mails;
    }

    /** @param reference of the declaration that it belongs to */
    record MailJoining(@Nullable String reference) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<MailRoom.Mail> waiting(Viewer viewer) {
        return mails.waiting(viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    MailRoom.Mail one(@PathVariable UUID id, Viewer viewer) {
        return mails.one(id, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/joining")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@PathVariable UUID id, @RequestBody MailJoining body, Viewer viewer) {
        mails.join(id, Objects.requireNonNullElse(body.reference(), ""), viewer);
    }

    /** It is nothing for us. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, Viewer viewer) {
        mails.dismiss(id, viewer);
    }

    /** A file that came with it, in a locked archive. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping(path = "/{id}/file", produces = "application/zip")
    void file(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID file,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (file == null) {
            throw Refusal.notFound("files.refused.unknown");
        }
        var given = mails.file(id, file, viewer);
        FileAnswer.locked(given.name(), given.body(), request, response);
    }
}
