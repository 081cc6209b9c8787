package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.SearchText.Readers;
import org.beffroi.search.domain.SearchQuery.Since;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an address, and what is made of it. */
class SearchFilterTest {
    private static SearchQuery in(@Nullable String view) {
        return new SearchFilter("x", view, null, null, null, null, null).query();
    }

    @Test
    void allMayBeLeftOut() {
        var query = new SearchFilter(null, null, " ", "", " ", "", null).query();
        assertThat(query).isEqualTo(new SearchQuery("", null, null, null, null, World.NATIONAL, 1));
        assertThat(query.narrowed()).isFalse();
        assertThat(query.address()).isEqualTo("q=");
    }

    @Test
    void isReadWithoutRegardToCapitals() {
        var query = new SearchFilter(" panne ", "Seen", "CLOSED", "week", "84", "Rehearsal-3", 2).query();
        assertThat(query)
                .isEqualTo(new SearchQuery("panne", View.SEEN, false, Since.WEEK, "84", World.rehearsal(3), 2));
        assertThat(query.narrowed()).isTrue();
        assertThat(query.address())
                .isEqualTo("q=panne&in=seen&status=closed&since=week&region=84&world=rehearsal-3&page=2");
        assertThat(query.wide().address()).isEqualTo("q=panne&world=rehearsal-3");
    }

    @Test
    void itsAddressBearsWhateverWasTyped() {
        var query = new SearchFilter("a&b=c \"d e\" é", null, "open", null, null, null, null).query();
        assertThat(query.address()).isEqualTo("q=a%26b%3Dc+%22d+e%22+%C3%A9&status=open");
        assertThat(query.at(3).address()).endsWith("&page=3");
    }

    @Test
    void ofWhatIsTypedFiveHundredLettersAreRead() {
        assertThat(new SearchFilter("é".repeat(800), null, null, null, null, null, null)
                        .query()
                        .text())
                .hasSize(500);
    }

    @Test
    void thereIsNoPageBeforeTheFirstNorBehindTheLast() {
        assertThat(new SearchFilter("x", null, null, null, null, null, -7)
                        .query()
                        .page())
                .isEqualTo(1);
        assertThat(new SearchFilter("x", null, null, null, null, null, 1_000_000)
                        .query()
                        .page())
                .isEqualTo(50);
    }

    /** What the index keeps for its own use cannot be chosen by its name. */
    @ParameterizedTest
    @ValueSource(strings = {"all", "region", "told", "nothing"})
    void nothingElseCanBeLookedThroughByItself(String view) {
        assertThatThrownBy(() -> in(view))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("search.error.in"));
    }

    @Test
    void whatAnAgencyLooksThroughHoldsNothingOfTheDesks() {
        assertThat(View.values())
                .filteredOn(View::ofDeclaration)
                .containsExactlyInAnyOrder(View.REGION, View.NAMES, View.DECLARED);
    }

    /** The desk finds everything; of the rest, each text is for the readers that its kind names. */
    @ParameterizedTest
    @EnumSource
    void everyKindIsInTheViewsOfItsReadersAndInOneThatCanBeChosen(Kind kind) {
        assertThat(View.ALL.holds(kind)).isTrue();
        assertThat(View.REGION.holds(kind)).isEqualTo(kind.readers() == Readers.DECLARATION);
        assertThat(View.TOLD.holds(kind)).isEqualTo(kind.readers() == Readers.INCIDENT);
        assertThat(Search.CHOICES).filteredOn(view -> view.holds(kind)).hasSize(1);
    }
}
