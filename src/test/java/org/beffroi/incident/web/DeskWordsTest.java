package org.beffroi.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.incident.domain.Proposals.Proposal;
import org.beffroi.incident.domain.TimelineEntry.Detail;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class DeskWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:10:00Z");

    private final DeskWords words = new DeskWords(texts(), new Taxonomy(), Clock.fixed(NOW, ZoneOffset.UTC));

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/incident", "messages/platform");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void fallSilent() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysHowLongAgoInOneUnit() {
        assertThat(words.since(NOW.plusSeconds(30))).isEqualTo("less than a minute");
        assertThat(words.since(NOW.minusSeconds(59 * 60))).isEqualTo("59 min");
        assertThat(words.since(NOW.minusSeconds(47 * 3600))).isEqualTo("47 h");
        assertThat(words.since(NOW.minusSeconds(48 * 3600))).isEqualTo("2 d");
    }

    @Test
    void saysWhatIsProposedOrWhatIsToBeAsked() {
        assertThat(words.proposedMajor(new Proposal("false", "incident.rule.major.not-degraded")))
                .isEqualTo("Proposed: No. No degraded mode is known.");
        assertThat(words.proposedMajor(new Proposal(null, "incident.rule.major.service-not-stated")))
                .startsWith("Not stated: ask the structure");
        assertThat(words.proposed("health-code-grade", null)).startsWith("No rule");
    }

    @Test
    void saysWhatAFieldWasAndWhatItBecame() {
        assertThat(words.decided(new Detail("major", null, List.of("false"), List.of("true"))))
                .isEqualTo("Major: No → Yes");
        assertThat(words.decided(new Detail("origin", "origin", List.of(), List.of("MALICIOUS"))))
                .isEqualTo("Origin: as declared → Malicious");
        assertThat(words.decided(new Detail("grade", "health-code-grade", List.of("GRAVE"), List.of())))
                .endsWith("→ none");
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(words.decided(new Detail("major", null, null, List.of("true"))))
                .isEqualTo("Majeur\u00a0: Oui");
    }

    @Test
    void namesAPlaceOnceWhereDepartmentAndRegionAreOne() {
        assertThat(words.place(at("973", "03"))).isEqualTo("French Guiana");
        assertThat(words.place(at("59", "32"))).isEqualTo("Nord · Hauts-de-France");
        assertThat(words.place(at(null, null))).isEmpty();
    }

    private static StructureSnapshot at(@Nullable String department, @Nullable String region) {
        return new StructureSnapshot(null, "CH", null, "FR", null, null, false, region, department, null);
    }

    @Test
    void countsTheLitWindows() {
        assertThat(words.level(null)).isZero();
        assertThat(words.level("S4")).isEqualTo(4);
        assertThat(words.level("unknown")).isZero();
    }
}
