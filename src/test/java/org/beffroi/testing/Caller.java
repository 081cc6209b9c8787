package org.beffroi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks HTTP by hand: a guest, an account with its session, or a machine with its token. Follows no redirect. */
public final class Caller {
    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String JSON = "application/json";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String address;
    private final @Nullable String token;
    private final Map<String, String> cookies = new HashMap<>();
    private boolean remembers;

    private Caller(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** Keeps no cookie, as a form does that was saved hours ago. */
    public static Caller guest(String address) {
        return new Caller(address, null);
    }

    public static Caller machine(String address, String token) {
        return new Caller(address, token);
    }

    /** Keeps cookies, and has not signed in. */
    public static Caller visitor(String address) {
        var caller = new Caller(address, null);
        caller.remembers = true;
        return caller;
    }

    public static Caller signedIn(String address, String email) {
        return signedIn(address, email, House.PASSWORD);
    }

    public static Caller signedIn(String address, String email, String password) {
        var caller = visitor(address);
        // Its form brings what the post must carry.
        caller.get("/sign-in");
        var answer = caller.post("/sign-in", FORM, form(Map.of("username", email, "password", password)));
        if (answer.headers().firstValue("Location").orElse("?error").endsWith("?error")) {
            throw new IllegalStateException(email + " cannot sign in: " + answer.statusCode());
        }
        // The page's form to sign out brings what later posts must carry.
        caller.get("/about");
        return caller;
    }

    /** The same session, on another site's page that knows nothing else. */
    public Caller withoutFormToken() {
        var other = new Caller(address, token);
        other.cookies.putAll(cookies);
        other.cookies.remove("XSRF-TOKEN");
        return other;
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    String address() {
        return address;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, FORM, "", Map.of());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send("POST", path, type, body, Map.of());
    }

    public HttpResponse<String> post(String path, String type, String body, Map<String, String> headers) {
        return send("POST", path, type, body, headers);
    }

    public HttpResponse<String> send(
            String method, String path, String type, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", "en")
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
            request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        return remember(send(request.build()));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> remember(HttpResponse<String> answer) {
        if (!remembers) {
            return answer;
        }
        answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
