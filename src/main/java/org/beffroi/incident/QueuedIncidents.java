package org.beffroi.incident;

import java.util.List;
import org.beffroi.access.Viewer;

/** What a later module may ask of the queue, to do something with all that a view of it holds. */
public interface QueuedIncidents {
    /**
     * Numbers, in the order of the view, of what this viewer sees of it.
     *
     * @param address the view's filters, as they stand behind the queue's address: {@code view=open&region=93}
     * @param atMost of more than that, one more, so that whoever asks sees it
     */
    List<String> references(String address, int atMost, Viewer viewer);
}
