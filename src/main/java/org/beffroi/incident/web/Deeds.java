package org.beffroi.incident.web;

import java.util.function.BiConsumer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Does what was posted, and leads back to the incident; or shows its page again, with the reason and what was typed. */
@Component
class Deeds {
    private final CaseFiles files;
    private final CasePage page;

    Deeds(CaseFiles files, CasePage page) {
        this.files = files;
        this.page = page;
    }

    /** An incident that is not for this viewer has no page to be shown again: its refusal is left to the house. */
    ModelAndView act(Deed deed, BiConsumer<Hand, DeskForm> work) {
        if (deed.form().has("lang")) {
            return page.again(deed);
        }
        try {
            work.accept(files.hand(deed.reference(), deed.form().version(), deed.viewer()), deed.form());
        } catch (FieldErrors.Invalid wrong) {
            return page.wrong(deed, wrong.errors());
        } catch (Refusal refused) {
            return page.refused(deed, refused);
        }
        return new ModelAndView("redirect:/incidents/" + deed.reference() + "?done");
    }
}
