package org.coursewright.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.monitoring.Conditions.Change;
import org.coursewright.monitoring.Conditions.Raised;
import org.coursewright.monitoring.Conditions.Resolved;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Subject MAIL = new Subject("mail", "a");

    private final Conditions conditions = new Conditions();
    private int second;

    @Test
    void aFaultIsToldAtTheSecondLookAndItsEndToo() {
        assertThat(bad("gone")).isEmpty();
        assertThat(bad("gone")).containsExactly(new Raised(MAIL, "gone", at(1)));
        assertThat(bad("still gone")).isEmpty();
        assertThat(good()).isEmpty();
        assertThat(good()).containsExactly(new Resolved(MAIL, "gone", at(1), at(5)));
        assertThat(good()).isEmpty();
    }

    @Test
    void aHiccupSaysNothing() {
        assertThat(bad("slow")).isEmpty();
        assertThat(good()).isEmpty();
        assertThat(bad("slow")).isEmpty();
        assertThat(good()).isEmpty();
    }

    @Test
    void oneGoodLookInBetweenDoesNotEndAFault() {
        bad("gone");
        bad("gone");
        assertThat(good()).isEmpty();
        assertThat(bad("gone")).isEmpty();
        assertThat(good()).isEmpty();
        assertThat(good()).hasSize(1);
    }

    @Test
    void whatIsNotLookedAtStaysAsItWas() {
        bad("gone");
        bad("gone");
        for (int i = 0; i < 5; i++)
            assertThat(conditions.see(Map.of(), false, at(++second))).isEmpty();
        assertThat(conditions.see(Map.of(), true, at(++second))).isEmpty();
        assertThat(conditions.see(Map.of(), true, at(++second))).hasSize(1);
    }

    @Test
    void whatWasToldBeforeIsTakenBackAfterANewStart() {
        conditions.recall(List.of(new Alert("mail", "a", "gone", at(-9), Optional.empty())));
        assertThat(good()).isEmpty();
        assertThat(good()).containsExactly(new Resolved(MAIL, "gone", at(-9), at(2)));
    }

    private List<Change> bad(String reason) {
        return conditions.see(Map.of(MAIL, Optional.of(reason)), true, at(++second));
    }

    private List<Change> good() {
        return conditions.see(Map.of(MAIL, Optional.empty()), true, at(++second));
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(1_000 + second);
    }
}
