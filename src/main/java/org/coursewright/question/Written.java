package org.coursewright.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as it stands in a file, whichever of the dialects it is in.
///
/// @param line of its heading in the file
/// @param title its heading without id
/// @param stem what is asked, below the heading
/// @param block YAML of its `yaml question` block, null where it has none
/// @param blockLine where that YAML begins
/// @param marked whether any option says whether it is right
record Written(
        int line,
        @Nullable String id,
        String title,
        String stem,
        int stemLine,
        List<Option> options,
        String explanation,
        int explanationLine,
        List<Source> references,
        @Nullable String block,
        int blockLine) {

    /// @param why explanation of this option, may be empty
    record Option(@Nullable String id, String text, boolean right, String why, int line) {}

    /// A link after the options.
    record Source(String title, String url, int line) {}

    /// Questions under a level-2 heading; the title is empty above the first one.
    ///
    /// @param text what stands between the heading and its first question: with it they are a case study
    record Group(int line, @Nullable String id, String title, String text, int textLine, List<Written> questions) {

        boolean isCase() {
            return !text.isBlank();
        }
    }
}
