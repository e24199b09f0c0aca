package org.coursewright.study;

import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.context.ApplicationEventPublisher;
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
