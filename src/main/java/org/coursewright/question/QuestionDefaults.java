package org.coursewright.question;

import java.util.List;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The front matter of a file of questions: what holds for each of them that does not say otherwise.
@About("A file of questions: banks/BANK/NAME.md, or a quiz. Every key can be left out.")
record QuestionDefaults(
        @About("Title of this part of the bank; the first heading or the file's name by default.") @Nullable String title,
        @About("Domain of the exam, by its id.") @Nullable String domain,
        @About("Task of the exam, by its id.") @Nullable String task,
        @About("Words to find and group questions by.") List<String> tags,
        @About("How hard it is.") @Nullable Difficulty difficulty,
        @About("false: options stay in their order; pin-last: all but the last are shuffled.") @Nullable Shuffle shuffle,
        @About("exact: all or nothing; partial: each part counts.") @Nullable Score score,
        @About("Where the questions come from and who may use them.") @Nullable String source,
        @About("true: not part of the school yet.") boolean draft) {

    /// How hard a question is, as its author thinks.
    enum Difficulty {
        EASY, MEDIUM, HARD
    }

    /// Whether the order of options changes from student to student.
    enum Shuffle {
        TRUE, FALSE, PIN_LAST
    }

    /// How parts of an answer count.
    enum Score {
        EXACT, PARTIAL
    }
}
