package org.coursewright.question;

import java.util.Locale;

/// How a question is answered.
public enum QuestionKind {
    /// One option is right.
    SINGLE,
    /// Several options are right.
    MULTIPLE,
    /// Options are put in order.
    ORDER,
    /// Each left side finds its right side.
    MATCH,
    /// A text is typed or picked.
    FILL,
    /// A number is typed.
    NUMERIC,
    /// Areas of a picture are pointed at.
    HOTSPOT,
    /// A situation that several questions share.
    CASE,
    /// Each statement is true or not; without return.
    YES_NO_SERIES,
    /// Steps in a real system, with evidence.
    LAB,
    /// A text that a person reads.
    ESSAY;

    /// As authors write it: `yes-no-series`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean choosesOptions() {
        return this == SINGLE || this == MULTIPLE || this == YES_NO_SERIES;
    }
}
