package org.coursewright.site;

import java.util.List;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of `pages/home.yaml`.
@About("The home page: pages/home.yaml, sections in their order.")
record HomeKeys(
        @About("Stays for ever; there is one of these, so it is seldom needed.") @Nullable String id,
        @About("Sections, from top to bottom.") List<Section> sections) {

    /// A section; which keys it uses is told by its kind.
    record Section(
            @About("What it shows; needed.") @Nullable Kind kind,
            @About("Its heading.") @Nullable String title,
            @About("Markdown.") @Nullable String text,
            @About("A few words above the heading.") @Nullable String pill,
            @About("Words on the button.") @Nullable String action,
            @About("Where the button leads.") @Nullable String link,
            @About("A picture, by its path from the school's folder.") @Nullable String image,
            @About("Courses by slug; all by default.") List<String> courses,
            @About("Questions with answers.") List<Answer> faq,
            @About("What people said.") List<Quote> quotes) {}

    /// What sections there are.
    enum Kind {
        HERO, COURSES, EXAMS, PROOF, AUTHOR, FAQ, TEXT, BLOG
    }

    /// A question with its answer.
    record Answer(
            @About("What people ask.") @Nullable String question,
            @About("Markdown.") @Nullable String answer) {}

    /// What somebody said.
    record Quote(
            @About("What they said.") @Nullable String text,
            @About("Who said it.") @Nullable String by) {}
}
