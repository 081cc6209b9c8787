package org.beffroi.platform.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.beffroi.shared.GeneratedPage;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;

/** Which modules there are, what each is for, and what each may use. Read from {@code package-info}, beside the sources. */
@Component
class ModulesPage implements GeneratedPage {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "beffroi");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*(.*?\\.)(?=\\s)", Pattern.DOTALL);

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public String text() {
        var modules = modules();
        var page = new StringBuilder("""
                # Modules

                One package each under `org.beffroi`; the same word names the database schema, the migrations, the templates, the messages and
                the addresses. A module uses only what it declares; `ArchitectureTest` refuses anything else, and any circle.
                """);
        page.append(GeneratedPage.head("module", "what it is for", "may use"));
        modules.forEach((name, uses) -> page.append(
                GeneratedPage.row("`" + name + "`", purpose(name), uses.isEmpty() ? "–" : String.join(", ", uses))));
        return page.append("\n`shared` is open to all and is left out of the drawing.\n\n")
                .append(graph(modules))
                .toString();
    }

    /** What each module may use, by name. Read from the files, for tests have packages of the same names. */
    static Map<String, List<String>> modules() {
        var modules = new TreeMap<String, List<String>>();
        var reader = new SimpleMetadataReaderFactory();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/beffroi/*/package-info.class")) {
                var read = reader.getMetadataReader(file);
                var module = read.getAnnotationMetadata().getAnnotations().get(ApplicationModule.class);
                if (module.isPresent()) {
                    var parts = read.getClassMetadata().getClassName().split("\\.");
                    modules.put(
                            parts[parts.length - 2],
                            Arrays.stream(module.getStringArray("allowedDependencies"))
                                    .sorted()
                                    .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the modules cannot be listed", e);
        }
        return modules;
    }

    private static String purpose(String module) {
        var file = SOURCES.resolve(module).resolve("package-info.java");
        try {
            var matcher = FIRST_SENTENCE.matcher(Files.readString(file));
            if (!matcher.find()) {
                throw new IllegalStateException(file + " does not say what the module is for");
            }
            return matcher.group(1).replaceAll("\\s*\\n \\* ?", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is read for this page: run it in a copy of the sources", e);
        }
    }

    /** Without the arrows that follow from others: the drawing shows the way, the table the whole. */
    private static String graph(Map<String, List<String>> modules) {
        var drawing = new StringBuilder("```mermaid\ngraph BT\n");
        modules.forEach((name, uses) -> uses.stream()
                .filter(used -> !used.equals("shared"))
                .filter(used -> uses.stream().noneMatch(other -> reaches(modules, other, used)))
                .forEach(used -> drawing.append("  %s --> %s\n".formatted(name, used))));
        modules.forEach((name, uses) -> {
            if (uses.equals(List.of("shared"))) {
                drawing.append("  %s\n".formatted(name));
            }
        });
        return drawing.append("```\n").toString();
    }

    private static boolean reaches(Map<String, List<String>> modules, String from, String to) {
        return modules.getOrDefault(from, List.of()).stream()
                .anyMatch(next -> next.equals(to) || reaches(modules, next, to));
    }
}
