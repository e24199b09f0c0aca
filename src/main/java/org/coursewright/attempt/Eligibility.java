package org.coursewright.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coursewright.exam.Blueprint;
import org.jspecify.annotations.Nullable;

/// How a student stands before an exam: whether it is open to them, and what they have done of it.
///
/// @param entitled whether they may take it at all
/// @param factor by which times grow for them; null = they have no limit
/// @param open code of the attempt of the mode's class that goes on
/// @param ended when their simulations of the version ended that count, the newest first
/// @param seen contents of the questions that they were asked
record Eligibility(
        boolean entitled, @Nullable BigDecimal factor, @Nullable String open, List<Instant> ended, Set<Long> seen) {

    /// Why the next simulation has to wait, if it has.
    Optional<RetakeRule.NotYet> waiting(Blueprint blueprint, Clock clock) {
        return RetakeRule.check(blueprint, ended, clock.instant());
    }
}
