package org.coursewright.exam;

import java.util.List;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of `exam.yaml`.
@About("What stays of an exam from version to version: exams/NAME/exam.yaml. Every key can be left out.")
record ExamKeys(
        @About("Stays when the exam is renamed; the server gives one where there is none.") @Nullable String id,
        @About("Name in the address; the folder's name by default.") @Nullable String slug,
        @About("Title; made from the folder's name by default.") @Nullable String title,
        @About("One or two sentences for cards and search engines.") @Nullable String summary,
        @About("Who issues the real exam, such as AWS.") @Nullable String issuer,
        @About("Question banks, by slug.") List<String> banks,
        @About("Decks of cards, by slug.") List<String> cards,
        @About("Picture for the exam's card, a file beside this one.") @Nullable String image,
        @About("free: every student may take it; offers: who has bought or was granted it.") @Nullable Access access,
        @About("true: not part of the school yet.") boolean draft) {

    /// Who may take it.
    enum Access {
        FREE, OFFERS
    }
}
