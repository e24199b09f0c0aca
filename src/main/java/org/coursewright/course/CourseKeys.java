package org.coursewright.course;

import java.time.Period;
import java.util.List;
import org.coursewright.content.About;
import org.coursewright.content.Alone;
import org.jspecify.annotations.Nullable;

/// The keys of `course.yaml`.
@About("A course: courses/NAME/course.yaml. Every key can be left out.")
record CourseKeys(
        @About("Stays when the course is renamed or moved; the server gives one where there is none.") @Nullable String id,
        @About("Name in the address; the folder's name without its number by default.") @Nullable String slug,
        @About("Title; made from the folder's name by default.") @Nullable String title,
        @About("One or two sentences for cards and search engines.") @Nullable String summary,
        @About("What students can do afterwards, one line each.") List<String> outcomes,
        @About("Such as beginner, intermediate, advanced.") @Nullable String level,
        @About("Language of the course, such as en or de-CH; the school's by default.") @Nullable String language,
        @About("Who teaches it.") List<String> authors,
        @About("Picture for the course's card, a file beside this one.") @Nullable String image,
        @About("Video that everybody may see, a file beside this one.") @Nullable String trailer,
        @About("Questions that people ask before they enrol.") List<Answer> faq,
        @About("What students said, with their permission.") List<Testimonial> testimonials,
        @About("Exams that it prepares for, by slug.") List<String> preparesFor,
        @About("When a certificate is issued.") @Nullable CertificateRule certificate,
        @About("free: everybody may enrol; offers: who has bought or was granted it.") @Nullable Access access,
        @About("Lessons that open over time.") @Nullable Drip drip,
        @About("true: not part of the school yet.") boolean draft) {

    /// Who may enrol.
    enum Access {
        FREE, OFFERS
    }

    /// A question with its answer.
    record Answer(
            @About("What people ask.") @Nullable String question,
            @About("Markdown.") @Nullable String answer) {}

    /// What somebody said.
    record Testimonial(
            @About("What they said.") @Alone @Nullable String text,
            @About("Who said it.") @Nullable String by) {}

    /// What must be done for a certificate.
    record CertificateRule(
            @About("Share of the lessons that must be done, such as 90%.") @Nullable String lessons,
            @About("pass: the exam must be passed.") @Nullable String exam) {}

    /// Parts of the course open one after another.
    record Drip(
            @About("Time from one part to the next, such as 7 days.") @Nullable Period every,
            @About("How many lessons open at a time; one section by default.") @Nullable Integer lessons) {}
}
