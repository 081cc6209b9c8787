package org.beffroi.correspondence.domain;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends something to another machine, and hears only how it was taken. It follows no redirect, keeps no cookie and no line, asks no proxy,
 * tries once, reads nothing of what is answered, and is done after {@link #LONGEST} whatever the other one does.
 */
final class HttpOut {
    static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);

    private final CloseableHttpClient client;
    private final Duration longest;

    /** @param names says which addresses a name has, and refuses those that nobody may reach from here */
    HttpOut(DnsResolver names) {
        this(names, LONGEST);
    }

    HttpOut(DnsResolver names, Duration longest) {
        this.longest = longest;
        var lines = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(lines)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(SILENCE)
                        .setRedirectsEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Beffroi")
                .build();
    }

    /**
     * @return the status of the answer
     * @throws IOException when there was none
     */
    int send(HttpUriRequestBase request) throws IOException {
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(request::cancel);
        try (var answer = client.executeOpen(null, request, null)) {
            return answer.getCode();
        }
    }
}
