package org.beffroi.platform.command;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, when {@code run} is ready, where. */
@Component
@ConditionalOnProperty(name = "beffroi.demo", havingValue = "false")
class ServerReady {
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            Terminal.out()
                    .printf("Ready: http://127.0.0.1:%d%n", web.getWebServer().getPort());
        }
    }
}
