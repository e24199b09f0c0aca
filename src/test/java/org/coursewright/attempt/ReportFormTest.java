package org.coursewright.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportFormTest {

    @Test
    void aReportNeedsAReasonAndSomethingElseNeedsWords() {
        assertThat(new ReportForm(0, "", "All of it").wrong()).contains("attempt.report.choose");
        assertThat(new ReportForm(0, "nonsense", "All of it").wrong()).contains("attempt.report.choose");
        assertThat(new ReportForm(0, "other", " \r\n ").wrong()).contains("attempt.report.say");
        assertThat(new ReportForm(0, "other", "This").wrong()).isEmpty();
        assertThat(new ReportForm(0, "key", "").wrong()).isEmpty();
    }

    @Test
    void itsTextIsAsLongAsABrowserCounts() {
        assertThat(new ReportForm(0, "key", "a\r\n".repeat(999) + "bb").wrong()).isEmpty();
        assertThat(new ReportForm(0, "key", "a".repeat(2_001)).wrong()).contains("attempt.report.long");
        assertThat(new ReportForm(0, "key", " a\u0000b\r\nc ").text()).isEqualTo("ab\nc");
    }
}
