package org.coursewright.exam;

import java.time.ZoneOffset;
import java.util.Locale;
import org.coursewright.platform.Screen;

/// Exams in words.
public record ExamWords(Screen screen) {

    private static final int NEVER = 9999;

    /// The days on which a version is examined.
    public String when(Exam.Edition edition) {
        boolean begins = edition.from().getYear() > 1;
        boolean ends = edition.until().getYear() < NEVER;
        var from = screen.day(edition.from().atStartOfDay(ZoneOffset.UTC).toInstant());
        var until = screen.day(edition.until().atStartOfDay(ZoneOffset.UTC).toInstant());
        if (begins && ends) return screen.get("exam.when.between", from, until);
        if (begins) return screen.get("exam.when.from", from);
        return ends ? screen.get("exam.when.until", until) : screen.get("exam.when.always");
    }

    /// What is lacking, and how much.
    public String lack(Lack lack) {
        var key = "exam.lack." + lack.kind().name().toLowerCase(Locale.ROOT);
        return lack.kind() == Lack.Kind.ROOM && lack.name().isEmpty()
                ? screen.get("exam.lack.sections", lack.needed(), lack.had())
                : screen.get(key, lack.name(), lack.needed(), lack.had(), lack.needed() - lack.had());
    }
}
