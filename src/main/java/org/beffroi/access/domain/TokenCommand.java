package org.beffroi.access.domain;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.Command;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.ReadableTime;
import org.beffroi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Keys for machines, from the shell. */
@Component
class TokenCommand implements Command {
    private static final String USAGE = """
            token list
            token make NAME --role declarant|analyst|lead|agency|observatory|admin [--region 84] [--structure FINESS]… [--days 365]
            token revoke ID
            """;
    private static final Viewer OPERATOR = Viewer.system("operator");

    private final ApiTokens tokens;
    private final RightsReader rights;
    private final MessageSource texts;

    TokenCommand(ApiTokens tokens, RightsReader rights, MessageSource texts) {
        this.texts = texts;
        this.tokens = tokens;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String help() {
        return "list | make NAME --role ROLE [--region 84] [--structure FINESS]… [--days 365] | revoke ID";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "list" -> list(out);
                case "make" -> make(arguments.subList(1, arguments.size()), out);
                case "revoke" -> revoke(arguments, out);
                default -> throw new IllegalArgumentException("Say what to do.");
            };
        } catch (FieldErrors.Invalid e) {
            e.errors()
                    .all()
                    .forEach(error -> out.println(
                            texts.getMessage(error.key(), error.arguments().toArray(), error.key(), Locale.ENGLISH)));
            out.print(USAGE);
            return 2;
        } catch (Refusal e) {
            out.println(texts.getMessage(e.key(), e.arguments().toArray(), e.key(), Locale.ENGLISH));
            return 2;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(USAGE);
            return 2;
        }
    }

    private int list(PrintStream out) {
        var all = tokens.all();
        var times = ReadableTime.in(Locale.ENGLISH);
        all.forEach(token -> out.printf(
                "%s  %-12s %-30s %s%n",
                token.id(),
                token.role(),
                token.name(),
                token.revoked() ? "revoked" : "until " + times.at(token.expiresAt())));
        out.printf(all.size() == 1 ? "%d token%n" : "%d tokens%n", all.size());
        return 0;
    }

    private int revoke(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            throw new IllegalArgumentException("Say which: `token list` shows the identifiers.");
        }
        tokens.revoke(identifier(arguments.get(1)), OPERATOR);
        out.println("Revoked: it is refused from now on.");
        return 0;
    }

    private int make(List<String> arguments, PrintStream out) {
        var words = new ArrayList<String>();
        var options = new java.util.LinkedHashMap<String, List<String>>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--") && i + 1 < arguments.size()) {
                options.computeIfAbsent(arguments.get(i).substring(2), option -> new ArrayList<>())
                        .add(arguments.get(++i));
            } else {
                words.add(arguments.get(i));
            }
        }
        if (words.size() != 1) {
            throw new IllegalArgumentException("Give the machine one name.");
        }
        out.println(tokens.make(grant(words.getFirst(), options), OPERATOR));
        out.println("Keep it now: it cannot be shown again. Send it as “Authorization: Bearer …”.");
        return 0;
    }

    /** What is no identifier is no token's. */
    private static UUID identifier(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw Refusal.notFound("access.error.no-token");
        }
    }

    private ApiTokens.Grant grant(String name, Map<String, List<String>> options) {
        var read = rights.read(
                options.getOrDefault("role", List.of()),
                one(options, "region", ""),
                options.getOrDefault("structure", List.of()));
        var days = one(options, "days", "365");
        return ApiTokens.Grant.checked(
                name, read, days.matches("\\d{1,5}") ? Duration.ofDays(Long.parseLong(days)) : Duration.ZERO);
    }

    private static String one(Map<String, List<String>> options, String name, String otherwise) {
        return options.getOrDefault(name, List.of(otherwise)).getFirst();
    }
}
