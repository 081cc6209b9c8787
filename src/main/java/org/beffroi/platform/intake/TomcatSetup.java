package org.beffroi.platform.intake;

import java.util.concurrent.Executors;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A thread for each connection that has something to say; the {@link Door} decides how many work. */
@Configuration
class TomcatSetup {
    /** Not many more than the pool has database connections. */
    private static final int AT_WORK = 24;

    private static final long MEBIBYTE = 1024 * 1024;

    /** Last, so that a trusted proxy’s X-Forwarded-For has been read, where one is configured. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door() {
        return factory -> {
            factory.setProtocol(LineProtocol.class.getName());
            factory.addProtocolHandlerCustomizers(protocol -> protocol.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("request-", 0).factory())));
            factory.addEngineValves(new Door(AT_WORK, new Unfinished(128 * MEBIBYTE, 32 * MEBIBYTE), Patience.usual()));
        };
    }
}
