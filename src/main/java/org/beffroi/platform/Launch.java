package org.beffroi.platform;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.beffroi.platform.postgres.PostgresTrouble;
import org.beffroi.shared.Command;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the server ({@code run}, {@code demo}), or runs one {@link Command} without it. */
public final class Launch {
    private Launch() {}

    public static void main(Class<?> application, String[] arguments) throws Exception {
        carryRequests();
        var line = CommandLine.parse(arguments);
        try {
            line.refuseWhatNobodyReads();
            if (line.serves()) {
                serve(application, line);
            } else {
                System.exit(command(application, line));
            }
        } catch (PostgresTrouble trouble) {
            complaints().println(trouble.getMessage());
            System.exit(1);
        }
    }

    /**
     * Before the first virtual thread: as many threads carry requests as may be at work. With one for each core only, a request that the
     * virtual machine cannot unmount holds up all others.
     */
    private static void carryRequests() {
        var carriers = "jdk.virtualThreadScheduler.parallelism";
        System.setProperty(carriers, System.getProperty(carriers, "24"));
    }

    private static Path data(CommandLine line) {
        return line.data(EmbeddedPostgres::isMade);
    }

    private static void serve(Class<?> application, CommandLine line) {
        var port = line.option("port").isPresent() ? line.freePort() : 0;
        var data = data(line);
        var database = BeffroiDatabase.forServer(System.getenv(), data);
        try {
            database.prepare(line.isDemo()).ifPresent(complaints()::println);
        } catch (PostgresTrouble trouble) {
            database.close();
            throw trouble;
        }
        // After the context is closed, so that its last statements find the database; also on a signal.
        SpringApplication.getShutdownHandlers().add(database::close);
        var properties = properties(database, data);
        if (port != 0) {
            properties.put("server.port", port);
        }
        properties.put("beffroi.demo", line.isDemo());
        if (line.isDemo()) {
            inventDesk(System.getenv(), properties);
        }
        start(application, properties, WebApplicationType.SERVLET);
    }

    /** Nobody who tries the demonstration shall call a real on-call number: 01 99 00 is kept for fiction. */
    static void inventDesk(Map<String, String> environment, Map<String, Object> properties) {
        if (!environment.containsKey("BEFFROI_DESK_PHONE")) {
            properties.put("beffroi.desk.phone", "01 99 00 43 91");
        }
    }

    private static Map<String, Object> properties(BeffroiDatabase database, Path data) {
        var properties = new HashMap<>(database.properties());
        properties.put("beffroi.data", data.toString());
        return properties;
    }

    private static int command(Class<?> application, CommandLine line) throws Exception {
        var data = data(line);
        var database = line.mayBegin()
                ? BeffroiDatabase.forCommand(System.getenv(), data)
                : BeffroiDatabase.forReading(System.getenv(), data);
        SpringApplication.getShutdownHandlers().add(database::close);
        var properties = properties(database, data);
        // An import may take its time; and what a running server is still hearing is that server's.
        properties.put("spring.datasource.hikari.data-source-properties.socketTimeout", "0");
        properties.put("spring.modulith.events.republish-outstanding-events-on-restart", false);
        try (var context = start(application, properties, WebApplicationType.NONE)) {
            for (var command : context.getBeansOfType(Command.class).values()) {
                var name = List.of(command.name().split(" "));
                if (line.words().size() >= name.size()
                        && line.words().subList(0, name.size()).equals(name)) {
                    return command.run(
                            line.words().subList(name.size(), line.words().size()), console());
                }
            }
            console().print(unknown(line, context.getBeansOfType(Command.class).values()));
            return 2;
        }
    }

    /** Of a command of two words, the first alone is a question to be asked back. */
    static String unknown(CommandLine line, Collection<Command> commands) {
        var typed = String.join(" ", line.words());
        var begun = commands.stream()
                .filter(command -> command.name().startsWith(typed + " "))
                .map(command -> command.name().substring(typed.length() + 1)
                        + " "
                        + command.help().replaceFirst("(?s)[ ]{2}.*", ""))
                .sorted()
                .collect(Collectors.joining(" or "));
        if (!begun.isEmpty()) {
            return "%s what? %s%n".formatted(typed, begun);
        }
        return commands.stream()
                .map(command -> "  %s %s%n".formatted(command.name(), command.help()))
                .sorted()
                .collect(Collectors.joining("", "There is no command «%s». There are:%n".formatted(typed), ""));
    }

    private static PrintStream console() {
        return System.out;
    }

    private static PrintStream complaints() {
        return System.err;
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, Map<String, Object> properties, WebApplicationType type) {
        var spring = new SpringApplication(application);
        // Before every other source: a variable of the environment must not lead to another database than the one that
        // was looked at.
        spring.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("command line", properties)));
        spring.setWebApplicationType(type);
        // What a command prints may be read by a program.
        spring.setLogStartupInfo(type != WebApplicationType.NONE);
        return spring.run();
    }
}
