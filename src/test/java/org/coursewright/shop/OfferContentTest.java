package org.coursewright.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewright.content.Finding;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.junit.jupiter.api.Test;

class OfferContentTest {

    private final Folder folder = new Folder();

    @Test
    void offersAndCouponsAreEntriesOfOneList() {
        var contents = folder.with("offers.yaml", """
                - id: all-once
                  title: Everything, once
                  grants: [school]
                  price: { EUR: 49.00, USD: 55.00 }
                  tax: inclusive
                - { id: all-monthly, title: Everything, grants: [school], price: { EUR: 19.00 }, every: month, trial: 7 days }
                - { coupon: LAUNCH, percent: 20, offers: [all-once], uses: 100, until: 2026-12-31 }
                """).read(new OfferContent());
        assertThat(contents.findings()).isEmpty();
        assertThat(contents.items()).extracting(Item::kind).containsExactly("offer", "offer", "coupon");
        assertThat(contents.items()).extracting(Item::key)
                .containsExactly("offers.yaml#all-once", "offers.yaml#all-monthly", "offers.yaml#LAUNCH");
        assertThat(contents.items().getFirst().front().at("/price/EUR").asString()).isEqualTo("49.00");
        assertThat(contents.items().get(1).front().get("every").asString()).isEqualTo("P1M");
        assertThat(contents.items().get(1).front().get("trial").asString()).isEqualTo("P7D");
    }

    @Test
    void whatCannotBeSoldIsToldAtItsLine() {
        var contents = folder.with("offers.yaml", """
                - id: one
                  grants: [cours/x, course/unknown]
                  price: { EUR: 49.001, EURO: 1 }
                  trial: 7 days
                - title: Nameless
                """).read(new OfferContent());
        assertThat(contents.findings()).extracting(Finding::toString).containsExactly(
                "offers.yaml:2: error: 'cours/x' cannot be granted. Write course/NAME, exam/NAME, bank/NAME, deck/NAME or school.",
                "offers.yaml:2: error: 'course/unknown' leads nowhere: there is no course 'unknown' in this folder.",
                "offers.yaml:3: error: '49.001' is no amount of EUR.",
                "offers.yaml:3: error: 'EURO' is no currency. Write three letters, such as EUR.",
                "offers.yaml:4: error: Only a subscription has a trial. Add 'every: month', or remove 'trial'.",
                "offers.yaml:5: error: An offer must grant something: add 'grants: [course/NAME]' or 'grants: [school]'.",
                "offers.yaml:5: error: An offer needs a price: 'price: { EUR: 49.00 }'.",
                "offers.yaml:5: error: An offer needs an 'id': a word that stays, such as saa-once.");
    }
}
