package org.coursewright.study;

import java.util.Optional;
import java.util.Set;

/// The outline of a course as one student sees it.
///
/// @param done ids of the lessons that are done
/// @param next where to go on, absent in a course without lessons
/// @param certificate absent where the student has none
public record CoursePage(
        Outline outline, String summary, boolean enrolled, boolean enrollable, Set<Long> done,
        Optional<Outline.Entry> next, Optional<EarnedCertificate> certificate) {

    static CoursePage of(Outline outline, CourseState state) {
        var lessons = outline.lessons();
        var latest = lessons.stream()
                .filter(lesson -> lesson.id() == state.latest() && !state.done().contains(lesson.id()));
        var undone = lessons.stream().filter(lesson -> !state.done().contains(lesson.id()));
        var next = latest.findFirst().or(undone::findFirst).or(() -> lessons.stream().findFirst());
        return new CoursePage(outline, state.summary(), state.enrolled(), state.enrollable(), state.done(), next,
                Optional.ofNullable(state.certificate()));
    }

    public long doneCount() {
        return outline.lessons().stream().filter(lesson -> done.contains(lesson.id())).count();
    }

    public int percent() {
        return Percent.of(doneCount(), outline.lessons().size());
    }

    public boolean begun() {
        return !done.isEmpty();
    }

    public boolean isOpen(Outline.Entry lesson) {
        return enrolled || lesson.free();
    }
}
