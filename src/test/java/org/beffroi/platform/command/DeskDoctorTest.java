package org.beffroi.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.beffroi.shared.DoctorCheck.Verdict;
import org.beffroi.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The number that pages and receipts name must be this desk's. */
class DeskDoctorTest {
    private static final String OURS = "Config resource 'class path resource [application.yaml]' via location";

    private final StandardEnvironment environment = new StandardEnvironment();
    private TestDatabases.Place place;
    private JdbcClient jdbc;

    @BeforeEach
    void onlyWhatTheProgramBrings() {
        place = TestDatabases.fresh();
        jdbc = JdbcClient.create(new DriverManagerDataSource(place.url(), place.user(), place.password()));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        OURS,
                        Map.of("beffroi.desk.phone", "09 72 43 91 25", "beffroi.desk.email", "desk@beffroi.example")));
    }

    private Verdict verdict() {
        return new DeskDoctor(jdbc, environment).check().getFirst();
    }

    @Test
    void seesThatNumberAndAddressAreStillTheExample() {
        assertThat(verdict().well()).isFalse();
        assertThat(verdict().finding()).contains("BEFFROI_DESK_PHONE, BEFFROI_DESK_EMAIL", "09 72 43 91 25");
        assertThat(verdict().remedy()).contains("Set BEFFROI_DESK_PHONE and BEFFROI_DESK_EMAIL");
    }

    @Test
    void isContentWithADeskOfItsOwn() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "a file", Map.of("beffroi.desk.phone", "01 02 03 04 05", "beffroi.desk.email", "a@b.fr")));
        assertThat(verdict().well()).isTrue();
    }

    @Test
    void letsADemonstrationBe() {
        place.execute("insert into platform.demonstration (sown_at) values (now())");
        assertThat(verdict().well()).isTrue();
    }
}
