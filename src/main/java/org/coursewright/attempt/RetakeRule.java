package org.coursewright.attempt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Blueprint;

/// Whether somebody may take an exam once more now.
public final class RetakeRule {

    private RetakeRule() {}

    /// Why not yet.
    ///
    /// @param key of the sentence
    /// @param argument the moment from which on they may, or how many tries a year has
    public record NotYet(String key, Object argument) {}

    /// @param ended when simulations of this version ended, the newest first
    static Optional<NotYet> check(Blueprint blueprint, List<Instant> ended, Instant now) {
        if (ended.isEmpty()) return Optional.empty();
        if (blueprint.retakeAfter() != null) {
            var again = ended.getFirst().atZone(ZoneOffset.UTC).plus(blueprint.retakeAfter()).toInstant();
            if (now.isBefore(again)) return Optional.of(new NotYet("attempt.wait.until", again));
        }
        if (blueprint.triesPerYear() == null) return Optional.empty();
        var year = now.atZone(ZoneOffset.UTC).minusYears(1).toInstant();
        long tries = ended.stream().filter(year::isBefore).count();
        return tries < blueprint.triesPerYear()
                ? Optional.empty()
                : Optional.of(new NotYet("attempt.wait.year", blueprint.triesPerYear()));
    }
}
