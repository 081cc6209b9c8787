package org.beffroi.correspondence.web;

import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Correspondence;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.springframework.stereotype.Component;

/** On the declaration's page, for the structure: whether the desk has written. */
@Component
class DeclarationConversation implements DeclarationPanel {
    private final Correspondence correspondence;
    private final Seats seats;

    DeclarationConversation(Correspondence correspondence, Seats seats) {
        this.correspondence = correspondence;
        this.seats = seats;
    }

    @Override
    public String key() {
        return "correspondence";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "correspondence/declaration-panel";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        return seats.reading(declaration, reader)
                .map(correspondence::glance)
                .<Map<String, Object>>map(
                        conversation -> Map.of("conversation", conversation, "quick", QuickAnswer.to(conversation)))
                .orElse(Map.of());
    }
}
