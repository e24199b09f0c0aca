package org.coursewright.attempt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a review shows of the reports of its attempt.
///
/// @param sent position to what was reported
/// @param refused what has to be mended before it can be sent
public record Reporting(Map<Integer, Report> sent, @Nullable ReportForm refused) {

    public @Nullable Report sent(int position) {
        return sent.get(position);
    }

    /// Whether the form of a question was sent and came back.
    public boolean refused(int position) {
        return refused != null && refused.position() == position;
    }

    /// With what was typed last.
    public ReportForm form(int position) {
        if (refused != null && refused.position() == position) return refused;
        var report = sent.get(position);
        return report == null
                ? new ReportForm(position, "", "")
                : new ReportForm(position, report.reason().word(), report.text());
    }
}
