package org.coursewright.study;

import org.coursewright.attempt.AttemptScored;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Done is a row: who and when come free, and taking it back deletes it.
@Repository
class Completions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Completions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    void add(School school, Student student, LessonState lesson) {
        int added = jdbc.sql("""
                        insert into completion (school_id, student_id, course_id, lesson_id, version_id, at)
                        values (:school, :student, :course, :lesson, :version, db_now())
                        on conflict (school_id, student_id, course_id, lesson_id) do nothing
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("course", lesson.courseId())
                .param("lesson", lesson.lessonId())
                .param("version", lesson.lessonVersionId())
                .update();
        if (added == 1)
            events.publishEvent(new LessonCompleted(
                    school.id(), student.id(), lesson.courseId(), lesson.lessonId(), lesson.lessonVersionId()));
    }

    /// A quiz is done with its first result, a lesson that leads to an exam once that is passed.
    @EventListener
    @Transactional
    void on(AttemptScored scored) {
        boolean passed = scored.mode().equals("simulation") && Boolean.TRUE.equals(scored.passed());
        if (!scored.mode().equals("quiz") && !passed) return;
        jdbc.sql("""
                        insert into completion (school_id, student_id, course_id, lesson_id, version_id, at)
                        select :school, :student, lesson.course_id, lesson.content_id, lesson.version_id, db_now()
                        from lesson
                        where lesson.school_id = :school and lesson.live
                          and (lesson.content_id = :content or lesson.exam_id = :content)
                          and (lesson.free or exists (
                              select from enrolment
                              where school_id = :school and student_id = :student
                                and (content_id = lesson.course_id or content_id is null)
                                and valid_from <= (select db_now()) and valid_until > (select db_now())))
                        on conflict (school_id, student_id, course_id, lesson_id) do nothing
                        returning course_id, lesson_id, version_id
                        """)
                .param("school", scored.schoolId())
                .param("student", scored.studentId())
                .param("content", scored.contentId())
                .query((row, _) -> new LessonCompleted(
                        scored.schoolId(), scored.studentId(), row.getLong("course_id"), row.getLong("lesson_id"),
                        row.getLong("version_id")))
                .list()
                .forEach(events::publishEvent);
    }

    void remove(School school, Student student, LessonState lesson) {
        jdbc.sql("""
                        delete from completion
                        where school_id = :school and student_id = :student
                          and course_id = :course and lesson_id = :lesson
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("course", lesson.courseId())
                .param("lesson", lesson.lessonId())
                .update();
    }
}
