package org.beffroi.platform.command;

import java.util.List;
import java.util.stream.Stream;
import org.beffroi.shared.DoctorCheck;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether those who declare are told this desk's own number and address: what stands in the program is only an example. */
@Component
class DeskDoctor implements DoctorCheck {
    private static final String FINDING = "Desk";

    private final JdbcClient jdbc;
    private final ConfigurableEnvironment environment;

    DeskDoctor(JdbcClient jdbc, ConfigurableEnvironment environment) {
        this.jdbc = jdbc;
        this.environment = environment;
    }

    @Override
    public List<Verdict> check() {
        var missing = Stream.of("phone", "email")
                .filter(one -> !isSet("beffroi.desk." + one))
                .map(one -> "BEFFROI_DESK_" + one.toUpperCase(java.util.Locale.ROOT))
                .toList();
        if (missing.isEmpty() || isDemonstration()) {
            return List.of(Verdict.well(FINDING, environment.getRequiredProperty("beffroi.desk.phone")));
        }
        return List.of(Verdict.ill(
                FINDING,
                "not set: %s; every page and receipt names %s"
                        .formatted(String.join(", ", missing), environment.getRequiredProperty("beffroi.desk.phone")),
                "Set " + String.join(" and ", missing) + " to the desk's own, for the server and for this command."));
    }

    /** By the first source that knows it; the program's own file does not count. */
    private boolean isSet(String property) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals("configurationProperties"))
                .filter(source -> source.containsProperty(property))
                .map(PropertySource::getName)
                .findFirst()
                .filter(name -> !name.contains("class path resource"))
                .isPresent();
    }

    private boolean isDemonstration() {
        return jdbc.sql("select count(*) from platform.demonstration")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
