package org.coursewright.course;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The front matter of a lesson.
@About("A lesson: courses/COURSE/SECTION/NAME.md. Every key can be left out.")
record LessonKeys(
        @About("Stays when the lesson is renamed or moved; the server gives one where there is none.") @Nullable String id,
        @About("Name in the address; the file's name without its number by default.") @Nullable String slug,
        @About("Title; the first heading or the file's name by default.") @Nullable String title,
        @About("One sentence for the outline and search engines.") @Nullable String summary,
        @About("What it is; found from its files by default.") @Nullable Kind kind,
        @About("Its video, a file beside it; the file of the same name by default.") @Nullable String video,
        @About("Captions by language: en: welcome.en.vtt; files of the same name by default.") Map<String, String> captions,
        @About("Chapters of the video, such as 0:42 Policies; from NAME.chapters.vtt or headings such as ## 0:42 Policies by default.") List<String> chapters,
        @About("true: everybody may see it, without an account.") boolean free,
        @About("true: not part of the course yet.") boolean draft,
        @About("Tasks of exams that it teaches, such as saa-c03/1.2; saa-c03/1.2@4:12 says from where in its video.") List<String> covers,
        @About("Files to download, beside it.") List<String> files,
        @About("How many minutes it takes besides its video; the reading time by default.") @Nullable Integer minutes,
        @About("Lessons of this course to do before, by slug.") List<String> after,
        @About("When it opens after the enrolment, such as 7 days.") @Nullable Period drip,
        @About("For kind exam: its slug.") @Nullable String exam,
        @About("For kind cards: the deck's slug.") @Nullable String cards) {

    /// The seven kinds of lessons.
    enum Kind {
        ARTICLE, VIDEO, QUIZ, EXAM, CARDS, DOWNLOAD, LAB
    }
}
