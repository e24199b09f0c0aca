package org.coursewright.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.exam.Blueprint;
import org.coursewright.question.Mark;
import org.jspecify.annotations.Nullable;

/// Adds up what the answers of an attempt are worth. Pure: the same marks give the same grade.
final class Grading {

    private static final int DIGITS = 6;

    private Grading() {}

    /// The mark of a question at its place; each weighs the same.
    ///
    /// @param fraction in [0, 1]; null while a person has to read it
    record Item(int position, @Nullable String domain, boolean scored, @Nullable BigDecimal fraction) {

        static @Nullable BigDecimal fraction(Mark mark) {
            return switch (mark) {
                case Mark.Scored scored -> BigDecimal.valueOf(scored.points())
                        .divide(BigDecimal.valueOf(scored.of()), DIGITS, RoundingMode.HALF_EVEN);
                case Mark.Pending _ -> null;
            };
        }
    }

    /// Without a blueprint nothing passes or fails.
    static Grade grade(List<Item> items, @Nullable Blueprint blueprint) {
        var points = BigDecimal.ZERO;
        int possible = 0;
        int pending = 0;
        var domains = new LinkedHashMap<String, Grade.Domain>();
        var marks = new ArrayList<@Nullable BigDecimal>();
        for (var item : items) {
            marks.add(item.fraction());
            if (!item.scored()) continue;
            possible++;
            var got = item.fraction() == null ? BigDecimal.ZERO : item.fraction();
            if (item.fraction() == null) pending++;
            points = points.add(got);
            if (item.domain() != null)
                domains.merge(item.domain(), new Grade.Domain(item.domain(), got, 1), Grade.Domain::plus);
        }
        var scaled = blueprint == null ? null : blueprint.scale().scaled(share(points, possible));
        var passed = blueprint == null || scaled == null || pending > 0 ? null : blueprint.scale().passes(scaled);
        return new Grade(points, possible, scaled, passed, pending, List.copyOf(domains.values()), marks);
    }

    static BigDecimal share(BigDecimal points, int possible) {
        return possible == 0
                ? BigDecimal.ZERO
                : points.divide(BigDecimal.valueOf(possible), DIGITS, RoundingMode.HALF_EVEN);
    }

    /// Domain by its id, in the order of the blueprint.
    static Map<String, Grade.Domain> byId(Grade grade) {
        var domains = new LinkedHashMap<String, Grade.Domain>();
        grade.domains().forEach(domain -> domains.put(domain.id(), domain));
        return domains;
    }
}
