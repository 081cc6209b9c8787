package org.beffroi.directory.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.ObjLongConsumer;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The register's open data since 2026 (finess-structures-journalier): {@code pmej[]} are legal entities, each with its sites {@code
 * ege[]}; {@code gcc[]} are hospital groups. More than a gigabyte, so one legal entity is held at a time. A fault in the JSON itself
 * ends the reading, since nothing says where the next entity begins; a fault inside a site costs that site only.
 */
final class DailyJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Intake intake;
    private @Nullable LocalDate generatedOn;

    DailyJson(Intake intake) {
        this.intake = intake;
    }

    /** @return whether the document was read to its end */
    boolean read(InputStream in) throws IOException {
        // Broken bytes become U+FFFD, which is looked for in the texts that are kept.
        try (var parser = JSON.createParser(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return readRoot(parser);
        } catch (UnexpectedEndOfInputException e) {
            intake.refuse(new Rejection(line(e), "", Reason.CUT_OFF, "the JSON document is not closed"));
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            intake.refuse(new Rejection(line(e), "", Reason.UNREADABLE, "no JSON: " + e.getOriginalMessage()));
        }
        return false;
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private boolean readRoot(JsonParser parser) {
        boolean entities = false;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "pmej" -> {
                    entities = true;
                    each(parser, this::takeLegalEntity);
                }
                case "gcc" -> each(parser, this::takeGroup);
                case "generatedAt" -> generatedOn = generated(parser.getString());
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            long line = parser.currentLocation().getLineNr();
            intake.refuse(new Rejection(line, "", Reason.CUT_OFF, "the JSON document is not closed"));
            return false;
        }
        if (!entities) {
            intake.refuse(new Rejection(1, "", Reason.WRONG_COLUMNS, "JSON without the list pmej"));
        }
        return entities;
    }

    private static @Nullable LocalDate generated(@Nullable String instant) {
        try {
            return Fields.day(instant);
        } catch (Rejected e) {
            return null;
        }
    }

    /** Hands over each element of a list, or the one object that stands in its place (the published schema says so of groups). */
    private static void each(JsonParser parser, ObjLongConsumer<Node> consumer) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            consumer.accept(node(parser), parser.currentLocation().getLineNr());
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                long line = parser.currentLocation().getLineNr();
                consumer.accept(node(parser), line);
            }
        }
    }

    private static Node node(JsonParser parser) {
        JsonNode tree = JSON.readTree(parser);
        return new Node(tree);
    }

    private void takeGroup(Node group, long line) {
        var code = group.first("numFinessGcc", "gccIdentifiantExterne", "gccId");
        var name = group.text("nomGcc");
        // Type 001 is a groupement hospitalier de territoire.
        if (code == null || name == null || !"001".equals(group.coding("typeGcc"))) {
            return;
        }
        var members = new ArrayList<String>();
        for (var member : group.list("pmejDuGcc")) {
            var id = member.first("pmSmsseId", "pm_smsseId");
            if (id != null) {
                members.add(id);
            }
        }
        intake.hospitalGroup(code, name, members);
    }

    private void takeLegalEntity(Node entity, long line) {
        var about = entity.child("informationsGeneralesPMEJ");
        var number = about.text("numFinessPm");
        var owner = number == null
                ? null
                : new LegalEntity(
                        number,
                        about.first("denominationLonguePmSmsse", "denominationPm"),
                        about.text("siren"),
                        about.first("pmSmsseId", "pm_smsseId"));
        boolean publicService = about.coding("fonctionPublique") != null;
        for (var site : entity.list("ege")) {
            try {
                intake.entry(line, new DailySite(site, generatedOn).entry(owner, publicService ? "PUBLIC" : null));
            } catch (Rejected e) {
                var subject = site.child("informationsGeneralesEGE").text("numFinessEge");
                intake.refuse(e.at(line, subject == null ? "" : subject));
            }
        }
    }
}
