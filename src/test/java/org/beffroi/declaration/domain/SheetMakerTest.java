package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.Change;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class SheetMakerTest {
    private static final Instant NIGHT = Instant.parse("2026-03-02T02:10:00Z");
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final SheetMaker MAKER =
            new SheetMaker(new DeclarationForm(TAXONOMY, new NobodysDirectory(), Clock.systemUTC()), TAXONOMY);
    private static final Answers SAID = Answers.NONE
            .with("structure", "CH du Val")
            .with("foundAt", NIGHT.toString())
            .with("care", "DEGRADED")
            .with("helpWanted", "true");

    @BeforeEach
    void readInEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void leave() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static DeclarationRow row(int version, Answers answers, @Nullable String department) {
        return new DeclarationRow(
                new UUID(0, 1),
                new PublicReference(2026, 1),
                World.NATIONAL,
                "TELEPHONE",
                NIGHT,
                NIGHT,
                null,
                2,
                false,
                "2026-1",
                version,
                NIGHT,
                answers,
                new StructureSnapshot(null, "CH DU VAL", null, "FR", null, null, false, null, department, null),
                Author.DESK,
                new Sheet.Transcription("Claire Vasseur", "because"));
    }

    private static List<String> line(Sheet sheet, String question) {
        return sheet.groups().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> line.question().equals(question))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void writesLabelsHoursAndTheStructuresName() {
        var sheet = MAKER.make(row(1, SAID, "69"), Optional.empty(), Viewer.guest());
        assertThat(line(sheet, "structure")).containsExactly("CH DU VAL");
        assertThat(line(sheet, "foundAt")).containsExactly("2 Mar 2026, 03:10");
        assertThat(line(sheet, "care")).containsExactly(TAXONOMY.label("care-effect", "DEGRADED", Locale.ENGLISH));
        assertThat(sheet.groups())
                .extracting(Sheet.Group::key)
                .as("only what was answered")
                .containsExactly("essential", "help");
    }

    @Test
    void writesTheHourOfTheIslandUnlessTheDeclarantNamedAnother() {
        var atHome = MAKER.make(row(1, SAID, "974"), Optional.empty(), Viewer.guest());
        assertThat(line(atHome, "foundAt")).containsExactly("2 Mar 2026, 06:10 (Réunion), 03:10 (Paris)");
        var away = MAKER.make(row(1, SAID.with("zone", "Europe/Paris"), "974"), Optional.empty(), Viewer.guest());
        assertThat(line(away, "foundAt")).containsExactly("2 Mar 2026, 03:10");
    }

    @Test
    void tellsOnlyColleaguesAndAgenciesWhoTookItDown() {
        for (var role : Role.values()) {
            var reader = new Viewer(new UUID(0, 2), "R", EnumSet.of(role), Scope.nation());
            var told = MAKER.make(row(1, SAID, null), Optional.empty(), reader).transcription();
            var knows = EnumSet.of(Role.ANALYST, Role.LEAD, Role.AGENCY).contains(role);
            assertThat(told)
                    .as(role.name())
                    .isEqualTo(new Sheet.Transcription(knows ? "Claire Vasseur" : null, "because"));
        }
    }

    @Test
    void findsWhatCameWhatWentAndWhatChangedAndNothingElse() {
        var before = row(1, SAID.with("email", "a@example.org"), null);
        var after = row(
                2,
                SAID.with("helpWanted")
                        .with("email", "a@example.org")
                        .with("care", "NONE")
                        .with("name", "Nadia"),
                null);
        assertThat(MAKER.changes(before, after))
                .containsExactly(
                        new Change("name", List.of(), List.of("Nadia")),
                        new Change("care", label("DEGRADED"), label("NONE")),
                        new Change("helpWanted", List.of("true"), List.of()));
        assertThat(MAKER.changes(before, before)).isEmpty();
        var marked = MAKER.make(after, Optional.of(before), Viewer.guest()).groups().stream()
                .flatMap(group -> group.lines().stream())
                .filter(Sheet.Line::changed);
        assertThat(marked).extracting(Sheet.Line::question).containsExactly("name", "care");
    }

    private static List<String> label(String code) {
        return List.of(TAXONOMY.label("care-effect", code, Locale.ENGLISH));
    }
}
