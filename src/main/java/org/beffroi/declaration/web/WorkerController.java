package org.beffroi.declaration.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.beffroi.access.OpenToAll;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What opens the declaration without a network. It must stand at the root, to be asked for pages at all; and it differs whenever anything
 * that it keeps does, for browsers fetch that again only then.
 */
@Controller
class WorkerController {
    private static final String[] KEPT = {
        "classpath*:static/js/*.js",
        "classpath*:static/css/*.css",
        "classpath*:declaration/worker.js",
        "classpath*:templates/declaration/*.html",
        "classpath*:templates/platform/*.html",
        "classpath*:messages/declaration*.properties",
        "classpath*:messages/platform*.properties",
        "classpath*:taxonomy/*"
    };

    private static final Pattern ASSET = Pattern.compile("/(?:css|js|img)/[a-z.]+");

    private final String text;
    private final ObjectProvider<ResourceUrlProvider> assets;

    WorkerController(
            ObjectProvider<ResourceUrlProvider> assets,
            @Value("${beffroi.desk.name}") String name,
            @Value("${beffroi.desk.phone}") String phone)
            throws IOException {
        this.assets = assets;
        var worker = new ClassPathResource("declaration/worker.js").getContentAsString(StandardCharsets.UTF_8);
        this.text = worker.replace("${version}", version(name + phone));
    }

    private static String version(String settings) throws IOException {
        var kept = new StringBuilder(settings);
        var resolver = new PathMatchingResourcePatternResolver();
        for (var pattern : KEPT) {
            var found = resolver.getResources(pattern);
            Arrays.sort(found, Comparator.comparing(Resource::getFilename));
            for (var resource : found) {
                kept.append(DigestUtils.md5DigestAsHex(resource.getContentAsByteArray()));
            }
        }
        return DigestUtils.md5DigestAsHex(kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping("/worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Type", "text/javascript;charset=UTF-8")
                .body(ASSET.matcher(text).replaceAll(asset -> asLinked(asset.group())));
    }

    /** With the hash in it that the pages ask for. */
    private String asLinked(String address) {
        return Objects.requireNonNull(assets.getObject().getForLookupPath(address), address);
    }
}
