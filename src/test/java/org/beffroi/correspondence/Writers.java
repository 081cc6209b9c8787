package org.beffroi.correspondence;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody of Vallebrune has declared as a guest, and an analyst sits at the desk. */
abstract class Writers {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    protected Town town;
    protected Town.Declared declared;
    protected Caller analyst = Caller.guest("");
    protected Caller guest = Caller.guest("");

    @BeforeEach
    void somebodyHasDeclared() {
        var address = "http://127.0.0.1:" + port;
        town = new Town(context);
        declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Plus aucun poste n’ouvre.");
        analyst = Caller.signedIn(address, House.email("analyst"));
        guest = Caller.guest(address);
    }

    protected String desk() {
        return "/incidents/" + declared.reference();
    }

    protected String link() {
        return "/follow/" + declared.token();
    }

    protected static HttpResponse<String> write(Caller caller, String page, String text, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("text", text);
        fields.putIfAbsent("key", UUID.randomUUID().toString());
        return caller.post(page + "/messages", Caller.FORM, Caller.form(fields));
    }

    protected HttpResponse<String> deskWrites(String text) {
        return write(analyst, desk(), text, Map.of("confirmed", "true", "awaits", "true"));
    }
}
