package org.beffroi.incident.api;

import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.cacao.CacaoPlaybook;
import org.beffroi.incident.domain.Playbook;
import org.beffroi.incident.domain.Playbooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The playbooks that there are, for machines. */
@RestController
@RequestMapping("/api/v1/incidents/playbooks")
class PlaybookApi {
    private final Playbooks playbooks;

    PlaybookApi(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /**
     * Either Markdown or CACAO.
     *
     * @param markdown with front matter
     * @param french the same headings, without
     * @param cacao a CACAO 2.0 playbook, as text
     */
    record Handed(
            @Nullable String markdown,
            @Nullable String french,
            @Nullable String cacao) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<Playbook> list() {
        return playbooks.all();
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{playbook}")
    Playbook read(@PathVariable String playbook) {
        return playbooks.require(playbook);
    }

    /** Stands in the place of one with the same key. */
    @OpenTo(Role.LEAD)
    @PostMapping
    Playbook hand(@RequestBody Handed body, Viewer viewer) {
        var words = body.cacao() == null
                ? Objects.requireNonNullElse(body.markdown(), "")
                : CacaoPlaybook.markdown(body.cacao());
        return playbooks.hand(words, body.french(), viewer);
    }

    @OpenTo(Role.LEAD)
    @DeleteMapping("/{playbook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String playbook, Viewer viewer) {
        playbooks.remove(playbook, viewer);
    }
}
