package org.beffroi.incident.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.beffroi.shared.LaterBody;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Gives a file out in its archive: to be saved, never to be looked at within the house's own pages. */
public final class Archives {
    private Archives() {}

    /** @param name of the file within */
    public static void give(String name, LaterBody body, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.setAttribute(LaterBody.ATTRIBUTE, body);
    }
}
