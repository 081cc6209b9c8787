package org.beffroi.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.beffroi.shared.LaterBody;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Gives a file out: to be saved, never to be looked at among the house's own pages. */
public final class FileAnswer {
    private FileAnswer() {}

    /** @param name of the file within the archive */
    public static void locked(String name, LaterBody body, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("application/zip");
        give(name + ".zip", body, request, response);
    }

    public static void plain(String name, LaterBody body, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("application/octet-stream");
        give(name, body, request, response);
    }

    private static void give(String name, LaterBody body, HttpServletRequest request, HttpServletResponse response) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.setAttribute(LaterBody.ATTRIBUTE, body);
    }
}
