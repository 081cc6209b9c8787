package org.beffroi.declaration;

import java.util.Map;
import org.beffroi.access.Viewer;

/**
 * A part that a later module adds to a declaration's page, by account and by the secret link. Two with one key stop the start; one that
 * fails is replaced by a sentence, and the rest of the page stays.
 */
public interface DeclarationPanel {
    String key();

    /** The smaller, the higher on the page. */
    int order();

    /** A template with a fragment {@code panel(model)}, for example {@code correspondence/declaration-panel}. */
    String template();

    /**
     * @param declaration as this reader may see it
     * @param reader a guest stands for whoever holds the secret link
     */
    Map<String, Object> model(Sheet declaration, Viewer reader);
}
