package org.coursewright.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// An exam in a student's list.
///
/// @param open whether the student may take it
/// @param tries simulations that have ended
/// @param best the best of their results; null = none
/// @param passed whether one of them passed
/// @param going code of an attempt that goes on; empty = none
public record OwnExam(
        String slug, String title, String summary, boolean open, int tries, @Nullable BigDecimal best, boolean passed,
        String going) {

    public String url() {
        return "/exams/" + slug + (open ? "/attempts" : "");
    }

    public String bestPoints() {
        return best == null ? "" : best.setScale(0, RoundingMode.DOWN).toPlainString();
    }
}
