package org.coursewright.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Exam;
import org.jspecify.annotations.Nullable;

/// A scored attempt as its student sees it.
///
/// @param title of the exam or the lesson
/// @param exam null for a quiz
/// @param blueprint empty where nothing passes or fails
/// @param unanswered how many questions have no answer
/// @param spentMs milliseconds over all questions
/// @param tries simulations of the student, the oldest first
/// @param cohort null while there are too few people
public record Result(
        Attempt attempt, String title, @Nullable Exam exam, Optional<Blueprint> blueprint, Grade grade,
        List<Domain> domains, int unanswered, long spentMs, List<Own> tries, @Nullable Cohort cohort) {

    /// @param lessons that teach what was missed
    public record Domain(String id, String title, Grade.Domain points, long spentMs, List<Teaching.Lesson> lessons) {

        public int percent() {
            return points.percent();
        }

        public Confidence confidence() {
            return Confidence.of(points.points().doubleValue(), points.possible());
        }

        public boolean isComplete() {
            return points.points().compareTo(BigDecimal.valueOf(points.possible())) == 0;
        }
    }

    /// One of the student's own results.
    public record Own(String code, Instant at, BigDecimal scaled, boolean passed) {

        public String points() {
            return whole(scaled);
        }

        /// Where it stands between the ends of a scale, in whole percent.
        public int height(Blueprint.Scale scale) {
            return place(scaled, scale);
        }
    }

    /// Everybody's newest results.
    ///
    /// @param middle half of them are below it
    /// @param passed share that passed, in [0, 1]
    /// @param below share that is below this result
    public record Cohort(int people, double middle, double passed, double below) {

        public long middlePoints() {
            return Math.round(middle);
        }

        public long passedPercent() {
            return Math.round(passed * 100);
        }

        public long belowPercent() {
            return Math.round(below * 100);
        }
    }

    /// The result on the scale, in whole points.
    public String scaled() {
        return grade.scaled() == null ? "" : whole(grade.scaled());
    }

    public String pass() {
        return blueprint.map(known -> whole(known.scale().pass())).orElse("");
    }

    /// What to do first: the domain with the smallest share, unless all is right.
    public Optional<Domain> weakest() {
        return domains.stream().filter(domain -> !domain.isComplete()).min(Comparator.comparing(Domain::percent));
    }

    /// Where points stand between the ends of the scale, in whole percent.
    public int position(@Nullable BigDecimal points) {
        return points == null ? 0 : blueprint.map(known -> place(points, known.scale())).orElse(0);
    }

    private static int place(BigDecimal points, Blueprint.Scale scale) {
        var range = scale.max().subtract(scale.min());
        return points.subtract(scale.min()).movePointRight(2).divide(range, 0, RoundingMode.DOWN).intValue();
    }

    public long minutes() {
        return Math.max(1, Math.round(spentMs / 60_000.0));
    }

    private static String whole(BigDecimal points) {
        return points.setScale(0, RoundingMode.DOWN).toPlainString();
    }
}
