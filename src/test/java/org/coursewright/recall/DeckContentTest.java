package org.coursewright.recall;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.junit.jupiter.api.Test;

class DeckContentTest {

    @Test
    void cardsAreHeadingsWithTextOrLinesWithTwoSides() {
        var contents = new Folder().with("cards/saa/storage.md", """
                ---
                domain: resilient
                ---
                # Storage

                - S3 :: Objects <!-- id: s3 -->
                EBS :: Blocks

                ### What is Glacier?

                An archive.

                ```
                a :: b
                ```
                """).read(new DeckContent());
        var deck = contents.items().getFirst();
        assertThat(contents.findings()).isEmpty();
        assertThat(deck.kind()).isEqualTo("deck");
        assertThat(deck.sections()).singleElement().extracting(Item.Section::title).isEqualTo("Storage");
        assertThat(deck.members()).extracting(Item::title).containsExactly("S3", "EBS", "What is Glacier?");
        assertThat(deck.members()).extracting(Item::body)
                .containsExactly("Objects", "Blocks", "An archive.\n\n```\na :: b\n```");
        assertThat(deck.members()).extracting(Item::line).containsExactly(6, 7, 9);
        assertThat(deck.members()).extracting(Item::key).containsExactly(
                "cards/saa/storage.md#s3", "cards/saa/storage.md#ebs", "cards/saa/storage.md#what-is-glacier");
    }

    @Test
    void aCardHasTwoSides() {
        var contents = new Folder().with("cards/saa/a.md", "### Front\n\n### Other\n\nBack\n").read(new DeckContent());
        assertThat(contents.findings()).singleElement().hasToString(
                "cards/saa/a.md:1: error: This card has only one side. Write the other one.");
    }
}
