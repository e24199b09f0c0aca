package org.coursewright.recall;

import java.util.List;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The front matter of a file of cards.
@About("A file of cards: cards/DECK/NAME.md. Every key can be left out.")
record CardKeys(
        @About("Title of this part of the deck; the first heading or the file's name by default.") @Nullable String title,
        @About("Domain of the exam, by its id.") @Nullable String domain,
        @About("Task of the exam, by its id.") @Nullable String task,
        @About("Words to find and group cards by.") List<String> tags,
        @About("true: not part of the school yet.") boolean draft) {}
