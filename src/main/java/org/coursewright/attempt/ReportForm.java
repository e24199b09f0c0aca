package org.coursewright.attempt;

import java.util.Optional;

/// What is typed to report a question.
///
/// @param reason word of one; empty = none was chosen
public record ReportForm(int position, String reason, String text) {

    /// In characters, for the words of a student and for those of an author.
    public static final int LONGEST = 2_000;

    public ReportForm {
        text = plain(text);
    }

    /// Key of the sentence that says what to mend; empty = nothing.
    public Optional<String> wrong() {
        var chosen = Report.Reason.find(reason);
        if (chosen.isEmpty()) return Optional.of("attempt.report.choose");
        if (chosen.get() == Report.Reason.OTHER && text.isEmpty()) return Optional.of("attempt.report.say");
        return text.length() > LONGEST ? Optional.of("attempt.report.long") : Optional.empty();
    }

    /// As it is kept: with the line ends that a browser counts, and nothing that a database refuses.
    static String plain(String typed) {
        return typed.replace("\r\n", "\n").replace("\u0000", "").strip();
    }
}
