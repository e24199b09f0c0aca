package org.coursewright.exam;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.coursewright.platform.EmailAddress;
import org.jspecify.annotations.Nullable;

/// More time for one student, in every exam of the school.
///
/// @param by who gave it, for people
public record Accommodation(
        long studentId, EmailAddress email, String name, Extra extra, String by, Instant at) {

    /// How much more.
    public enum Extra {
        QUARTER("1.25"), HALF("1.5"), DOUBLE("2"), UNTIMED(null);

        private final @Nullable BigDecimal factor;

        Extra(@Nullable String factor) {
            this.factor = factor == null ? null : new BigDecimal(factor);
        }

        /// By which the time is multiplied; null = there is no limit.
        public @Nullable BigDecimal factor() {
            return factor;
        }

        /// `1.25`, `1.5`, `2`, `untimed`.
        public String word() {
            return factor == null ? "untimed" : factor.toPlainString();
        }

        static Optional<Extra> find(String word) {
            return Arrays.stream(values()).filter(extra -> extra.word().equals(word)).findFirst();
        }

        static Extra of(@Nullable BigDecimal factor) {
            return Arrays.stream(values())
                    .filter(extra -> extra.factor != null && factor != null && extra.factor.compareTo(factor) == 0)
                    .findFirst()
                    .orElse(UNTIMED);
        }
    }
}
