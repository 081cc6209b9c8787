package org.beffroi.incident.evidence.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.beffroi.files.KeptFile;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.shared.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Uploads that are continued where they were cut off: the core protocol and «creation» of tus 1.0.0 (tus.io/protocols/resumable-upload). */
final class Tus {
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    private static final String VERSION = "Tus-Resumable";

    private Tus() {}

    /** @param metadata pairs of a key and a value in Base64, separated by commas: {@code filename}, {@code filetype}, {@code words} */
    static Evidence.Announced announced(String length, String metadata) {
        var said = read(metadata);
        return new Evidence.Announced(
                said.getOrDefault("filename", ""),
                said.getOrDefault("filetype", ""),
                number(length, LENGTH),
                said.getOrDefault("words", ""));
    }

    private static Map<String, String> read(String metadata) {
        var said = new HashMap<String, String>();
        Arrays.stream(metadata.split(","))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> {
                    var parts = pair.split(" ", 2);
                    try {
                        said.put(
                                parts[0],
                                parts.length < 2
                                        ? ""
                                        : new String(
                                                Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8));
                    } catch (IllegalArgumentException notBase64) {
                        throw Refusal.invalid("incident.error.upload-header", METADATA);
                    }
                });
        return said;
    }

    static long number(String typed, String header) {
        try {
            return Long.parseLong(typed.strip());
        } catch (NumberFormatException none) {
            throw Refusal.invalid("incident.error.upload-header", header);
        }
    }

    static ResponseEntity<Void> created(String location) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(VERSION, "1.0.0")
                .location(URI.create(location))
                .build();
    }

    static ResponseEntity<Void> grown(KeptFile file) {
        return ResponseEntity.noContent().headers(headers(file)).build();
    }

    static <T> ResponseEntity<T> shown(KeptFile file, T body) {
        return ResponseEntity.ok().headers(headers(file)).body(body);
    }

    private static HttpHeaders headers(KeptFile file) {
        var headers = new HttpHeaders();
        headers.set(VERSION, "1.0.0");
        headers.set(OFFSET, String.valueOf(file.received()));
        headers.set(LENGTH, String.valueOf(file.length()));
        headers.setCacheControl("no-store");
        return headers;
    }
}
