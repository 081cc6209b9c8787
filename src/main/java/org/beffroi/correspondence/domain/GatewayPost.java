package org.beffroi.correspondence.domain;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.correspondence.domain.Carrier.Undelivered;
import tools.jackson.core.io.JsonStringEncoder;

/** Hands over to an SMS gateway by HTTP. */
final class GatewayPost implements SmsPost {
    /**
     * The number, or the message, is not wanted. Any other answer but a 2xx is the gateway's trouble, or that of our settings (401, 403, 404):
     * it passes, or somebody mends it, and until then nothing is given up.
     */
    private static final Set<Integer> NEVER = Set.of(400, 410, 413, 422);

    private final SmsSettings settings;
    private final HttpOut out;

    GatewayPost(SmsSettings settings, HttpOut out) {
        this.settings = settings;
        this.out = out;
    }

    @Override
    public How how() {
        return How.HTTP;
    }

    @Override
    public void post(Sms sms) {
        try {
            var status = out.send(request(sms));
            if (status / 100 != 2) {
                throw new Undelivered(
                        NEVER.contains(status) ? Fault.REFUSED : Fault.UNREACHABLE,
                        new IOException("the gateway answered " + status));
            }
        } catch (IOException silent) {
            throw new Undelivered(Fault.UNREACHABLE, silent);
        }
    }

    private HttpUriRequestBase request(Sms sms) {
        var request = new HttpUriRequestBase(
                settings.method(), URI.create(fill(settings.url(), sms, GatewayPost::inAddress)));
        if (!settings.secret().isBlank()) {
            request.setHeader(settings.header(), settings.secret());
        }
        // An answer that is lost on its way leaves us to ask again: a gateway that knows the header sends it once.
        request.setHeader("Idempotency-Key", sms.id());
        if (!settings.method().equals("GET")) {
            UnaryOperator<String> written = settings.isForm() ? GatewayPost::inAddress : GatewayPost::inJson;
            request.setEntity(new StringEntity(
                    fill(settings.body(), sms, written),
                    ContentType.parse(settings.type()).withCharset(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static String fill(String template, Sms sms, UnaryOperator<String> written) {
        return template.replace("{to}", written.apply(sms.to()))
                .replace("{id}", written.apply(sms.id()))
                .replace("{text}", written.apply(sms.text()));
    }

    private static String inAddress(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String inJson(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }
}
