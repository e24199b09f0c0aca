package org.coursewright.attempt;

import java.util.List;
import java.util.Map;
import org.coursewright.content.Version;
import org.coursewright.exam.Form;
import org.coursewright.platform.Hash;
import org.coursewright.question.Question;
import org.coursewright.question.ShownCase;
import org.coursewright.question.ShownQuestion;
import org.jspecify.annotations.Nullable;

/// What a form asks, made ready to be shown; frozen, so it is kept in memory. Nothing of a key is in it.
///
/// @param title of the exam or the lesson
/// @param parts at least one
/// @param cases version to the situation that questions share
/// @param files every file that it shows
public record Paper(
        Form form, String title, List<Part> parts, List<Asked> questions, Map<Long, ShownCase> cases,
        Map<Hash, String> files) {

    /// Stands for the code of an attempt in the addresses of files.
    static final String FILES = "/attempts/-/files/";

    /// A section.
    ///
    /// @param from position of its first question
    /// @param to position behind its last
    /// @param minutes of its own
    /// @param pauseMinutes of the break behind it
    public record Part(
            String title, int from, int to, boolean oneWay, @Nullable Integer minutes, @Nullable Integer pauseMinutes,
            boolean clockRuns) {}

    /// A question at its place.
    ///
    /// @param noReturn whether it is closed once it was left
    public record Asked(
            Form.Asked place, Version version, Question question, ShownQuestion shown, boolean noReturn) {

        public int position() {
            return place.position();
        }
    }

    Part part(int section) {
        return parts.get(Math.min(section, parts.size() - 1));
    }
}
