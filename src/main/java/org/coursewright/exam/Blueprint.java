package org.coursewright.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a version of an exam demands: how much of each domain, how long, and what passes. Read from the front matter of
/// a frozen version, so that it never changes under an attempt.
///
/// @param minutes null = no limit
/// @param scored how many questions count
/// @param unscored how many are only tried out
/// @param scale from the least to the best result
/// @param resultsFrom first day, in UTC, on which results of simulations are shown; null = at once
/// @param sections at least one; the only one has no title where the blueprint names none
public record Blueprint(
        String code,
        @Nullable Integer minutes,
        Range scored,
        Range unscored,
        Scale scale,
        List<Domain> domains,
        List<Section> sections,
        @Nullable Period retakeAfter,
        @Nullable Integer triesPerYear,
        boolean freshItems,
        @Nullable LocalDate resultsFrom,
        Navigation navigation) {

    /// Ways through a section.
    public enum Navigation {
        FREE, FORWARD
    }

    /// @param weight percent of the scored questions, a number or a range
    public record Domain(String id, String title, Range weight, List<Task> tasks) {}

    /// What somebody must be able to do.
    public record Task(String id, String title) {}

    /// A part of the exam.
    ///
    /// @param domains that it asks from; empty = all
    /// @param items how many questions; null = what is left
    /// @param minutes of its own; null = only those of the whole exam
    /// @param oneWay whether it is closed once it was left
    /// @param pause after it, null where none follows
    public record Section(
            String title, List<String> domains, @Nullable Range items, @Nullable Integer minutes, boolean oneWay,
            @Nullable Pause pause) {}

    /// @param clockRuns whether the time of the exam goes on
    public record Pause(Duration length, boolean clockRuns) {}

    /// A practice scale: how real exams turn points into theirs is their secret.
    public record Scale(BigDecimal min, BigDecimal max, BigDecimal pass) {

        private static final int DIGITS = 2;

        /// A straight line from `min` for nothing to `max` for everything.
        ///
        /// @param share of the possible points, in [0, 1]
        public BigDecimal scaled(BigDecimal share) {
            return min.add(max.subtract(min).multiply(share)).setScale(DIGITS, RoundingMode.HALF_EVEN);
        }

        public boolean passes(BigDecimal scaled) {
            return scaled.compareTo(pass) >= 0;
        }
    }

    /// @param front of a version of kind `exam-version`
    public static Blueprint of(JsonNode front) {
        var keys = FrontJson.read(front, BlueprintKeys.class);
        var items = keys.items();
        return new Blueprint(
                keys.code() == null ? "" : keys.code(),
                keys.minutes(),
                range(items == null ? null : items.scored()).orElse(new Range(0, 0)),
                range(items == null ? null : items.unscored()).orElse(new Range(0, 0)),
                scale(keys.scale()),
                keys.domains().stream().map(Blueprint::domain).toList(),
                sections(keys),
                keys.retake() == null ? null : keys.retake().after(),
                keys.retake() == null ? null : keys.retake().perYear(),
                keys.retake() != null && keys.retake().freshItems(),
                keys.resultsFrom(),
                keys.navigation() == BlueprintKeys.Navigation.FORWARD ? Navigation.FORWARD : Navigation.FREE);
    }

    /// The domain that a question belongs to: what it says, else the one of its task.
    public Optional<Domain> domainOf(@Nullable String domain, @Nullable String task) {
        return domains.stream()
                .filter(one -> one.id().equals(domain)
                        || domain == null && one.tasks().stream().anyMatch(known -> known.id().equals(task)))
                .findFirst();
    }

    private static Domain domain(BlueprintKeys.Domain domain) {
        var id = domain.id() == null ? "" : domain.id();
        return new Domain(
                id,
                domain.title() == null ? id : domain.title(),
                range(domain.weight()).orElse(new Range(0, 100)),
                domain.tasks().stream().map(Blueprint::task).toList());
    }

    private static Task task(BlueprintKeys.Task task) {
        var id = task.id() == null ? "" : task.id();
        return new Task(id, task.title() == null ? id : task.title());
    }

    private static List<Section> sections(BlueprintKeys keys) {
        if (keys.sections().isEmpty()) return List.of(new Section("", List.of(), null, null, false, null));
        boolean closes = keys.navigation() == BlueprintKeys.Navigation.SECTION;
        return keys.sections().stream()
                .map(part -> new Section(
                        part.title() == null ? "" : part.title(), part.domains(), range(part.items()).orElse(null),
                        part.minutes(), closes || part.oneWay(), pause(keys, part.title())))
                .toList();
    }

    private static @Nullable Pause pause(BlueprintKeys keys, @Nullable String after) {
        return keys.breaks().stream()
                .filter(pause -> after != null && after.equals(pause.after()) && pause.minutes() != null)
                .findFirst()
                .map(pause -> new Pause(
                        Duration.ofMinutes(pause.minutes() == null ? 0 : pause.minutes()), pause.clockRuns()))
                .orElse(null);
    }

    private static Scale scale(BlueprintKeys.@Nullable Scale scale) {
        var hundred = BigDecimal.valueOf(100);
        if (scale == null || scale.pass() == null) return new Scale(BigDecimal.ZERO, hundred, BigDecimal.valueOf(70));
        return new Scale(
                scale.min() == null ? BigDecimal.ZERO : scale.min(), scale.max() == null ? hundred : scale.max(),
                scale.pass());
    }

    private static Optional<Range> range(@Nullable String written) {
        return written == null ? Optional.empty() : Range.of(written);
    }
}
