package org.beffroi.incident.attack.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;

class AttackBookTest {
    private final AttackBook book = new AttackBook();

    @Test
    void knowsTechniquesByNumberAndByWords() {
        assertThat(book.all()).hasSizeGreaterThan(800);
        assertThat(book.find("t1566.001")).get().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Spearphishing Attachment");
            assertThat(one.address()).isEqualTo("https://attack.mitre.org/techniques/T1566/001/");
        });
        assertThat(book.meant("see T1486, t1490 and T9999", 5))
                .extracting(Technique::id)
                .containsExactly("T1486", "T1490");
        assertThat(book.meant("Valid accounts", 3))
                .first()
                .extracting(Technique::id)
                .isEqualTo("T1078");
        assertThat(book.meant("  ", 3)).isEmpty();
    }

    @Test
    void everyProposalIsATechniqueAndOfACause() {
        var causes = new Taxonomy().vocabulary("cause").codes();
        assertThat(causes).containsAll(book.causes().propertyNames());
        book.causes()
                .forEach(all -> all.forEach(id ->
                        assertThat(book.find(id.asString())).as(id.asString()).isPresent()));
    }
}
