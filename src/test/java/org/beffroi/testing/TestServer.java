package org.beffroi.testing;

import java.util.Objects;
import org.beffroi.testing.TestDatabases.Place;

final class TestServer {
    private TestServer() {}

    static Place start() {
        var outer = System.getenv("BEFFROI_TEST_DB_URL");
        return new Place(
                Objects.requireNonNull(outer),
                Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DB_USER"), "postgres"),
                Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DB_PASSWORD"), ""));
    }
}
