package org.beffroi.declaration.web;

import java.util.HashMap;
import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.domain.Withdrawals;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** On the declaration's page: that it is withdrawn, or how to withdraw it. */
@Component
class WithdrawalPanel implements DeclarationPanel {
    private static final int LAST = 900;

    private final Withdrawals withdrawals;
    private final Taxonomy taxonomy;

    WithdrawalPanel(Withdrawals withdrawals, Taxonomy taxonomy) {
        this.withdrawals = withdrawals;
        this.taxonomy = taxonomy;
    }

    @Override
    public String key() {
        return "withdrawal";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public String template() {
        return "declaration/withdrawal";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        var model = new HashMap<String, Object>();
        withdrawals.of(declaration.declaration(), reader).ifPresent(withdrawal -> model.put("withdrawal", withdrawal));
        model.put("may", withdrawals.may(declaration, reader));
        model.put("reasons", taxonomy.vocabulary("withdrawal-reason").terms());
        return model;
    }
}
