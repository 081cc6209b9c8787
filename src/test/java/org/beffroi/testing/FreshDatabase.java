package org.beffroi.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a context its own database. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServer.servesContexts();
        var place = TestDatabases.fresh();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh-database",
                        Map.of(
                                "spring.datasource.url",
                                place.url(),
                                "spring.datasource.username",
                                place.user(),
                                "spring.datasource.password",
                                place.password(),
                                "spring.datasource.hikari.maximum-pool-size",
                                6,
                                // A context that rests in the cache leaves its connections to the others.
                                "spring.datasource.hikari.minimum-idle",
                                0,
                                "spring.datasource.hikari.idle-timeout",
                                10_000,
                                "beffroi.files.keys",
                                "dGVzdHMgbG9jayB0aGVpciBmaWxlcyB3aXRoIHRoaXM=")));
    }
}
