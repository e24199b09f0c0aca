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
            @Nullable Kind kind,
            @Nullable String title,
            @Nullable String text,
            @Nullable String pill,
            @Nullable String action,
            @Nullable String link,
            @Nullable String image,
            List<String> courses,
            List<Answer> faq,
            List<Quote> quotes) {}

    /// What sections there are.
    enum Kind {
        HERO, COURSES, EXAMS, PROOF, AUTHOR, FAQ, TEXT, BLOG
    }

    /// A question with its answer.
    record Answer(@Nullable String question, @Nullable String answer) {}

    /// What somebody said.
    record Quote(@Nullable String text, @Nullable String by) {}
}
