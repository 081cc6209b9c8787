package org.beffroi.search.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentWork;
import org.beffroi.search.domain.Found.FoundIncident;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.springframework.context.ApplicationContext;

/** A desk that writes, by its pages, whatever can be written about an incident; and searches. */
final class Desk {
    private final ApplicationContext context;
    private final Caller analyst;
    private final Caller guest;
    private final House house;

    Desk(ApplicationContext context, int port) {
        this.context = context;
        this.house = House.of(context);
        this.analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        this.guest = Caller.guest("http://127.0.0.1:" + port);
    }

    Viewer viewer(String who) {
        return house.viewer(who);
    }

    /** Until nothing is left: what other tests wrote may come first. */
    void index() {
        var indexer = context.getBean(Indexer.class);
        Indexer.Worked step;
        do {
            step = indexer.work(1_000, true);
        } while (step.left() || step.written() > 0);
    }

    static SearchFilter filter(String text) {
        return new SearchFilter(text, null, null, null, null, null, null);
    }

    Found find(String text, Viewer viewer) {
        return find(filter(text), viewer);
    }

    Found find(SearchFilter filter, Viewer viewer) {
        return context.getBean(Search.class).find(filter.query(), viewer);
    }

    /** The numbers of what is found, in its order. */
    List<String> numbers(String text, Viewer viewer) {
        return find(text, viewer).incidents().stream()
                .map(FoundIncident::glance)
                .map(org.beffroi.incident.IncidentCatalogue.Glance::reference)
                .toList();
    }

    void posts(String path, Map<String, String> fields) {
        must(analyst.post(path, Caller.FORM, Caller.form(fields)).statusCode(), path);
    }

    void calls(String method, String path, String json) {
        must(analyst.send(method, path, Caller.JSON, json, Map.of()).statusCode(), path);
    }

    private static void must(int status, String path) {
        if (status >= 400) {
            throw new AssertionError(path + " answers " + status);
        }
    }

    void writes(Town.Declared to, String text) {
        posts(
                "/incidents/" + to.reference() + "/messages",
                Map.of(
                        "text",
                        text,
                        "confirmed",
                        "true",
                        "key",
                        UUID.randomUUID().toString()));
    }

    void answers(Town.Declared from, String text) {
        var path = "/follow/" + from.token() + "/messages";
        var fields = Map.of("text", text, "key", UUID.randomUUID().toString());
        must(guest.post(path, Caller.FORM, Caller.form(fields)).statusCode(), path);
    }

    void sees(Town.Declared in, String observable, String tlp) {
        posts("/incidents/" + in.reference() + "/observables", Map.of("observables", observable, "tlp", tlp));
    }

    void joins(Town.Declared incident, Town.Declared other) {
        context.getBean(IncidentWork.class).join(incident.incident(), other.declaration(), viewer("analyst"));
    }

    void splits(Town.Declared incident, Town.Declared other) {
        context.getBean(IncidentWork.class)
                .split(incident.incident(), other.declaration(), "By mistake", viewer("analyst"));
    }
}
