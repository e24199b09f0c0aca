package org.coursewright.enrolment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Student;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Gives and ends access. Giving it twice is giving it once.
@Repository
public class Enrolments {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Enrolments(JdbcClient jdbc, ApplicationEventPublisher events, Audit audit) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
    }

    /// Enrols a student in a course that is free and live.
    ///
    /// @return false where it is not
    @Transactional
    public boolean enrolFree(School school, Student student, Slug course) {
        var content = jdbc.sql("""
                        select content_id from course
                        where school_id = :school and slug = :course and live and access = 'free'
                        """)
                .param("school", school.id())
                .param("course", course.value())
                .query((row, _) -> row.getLong("content_id"))
                .optional();
        if (content.isEmpty()) return false;
        int added = jdbc.sql("""
                        insert into enrolment (school_id, student_id, content_id, source, valid_from)
                        values (:school, :student, :content, 'free', db_now())
                        on conflict (school_id, student_id, content_id, source, source_ref) do nothing
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("content", content.get())
                .update();
        if (added == 1) events.publishEvent(new Enrolled(school.id(), student.id(), content.get(), "free"));
        return true;
    }

    /// Lets students in, as their author says; an access that has ended begins anew.
    ///
    /// @param contentId null = the whole school
    /// @param by who grants it
    /// @param until null = for good
    @Transactional
    public int grant(
            School school, Collection<EmailAddress> students, @Nullable Long contentId, String by,
            @Nullable Instant until) {
        return jdbc.sql("""
                        insert into enrolment (school_id, student_id, content_id, source, source_ref, valid_from, valid_until)
                        select :school, student.id, :content, 'grant', '', db_now(),
                               coalesce(:until::timestamptz, 'infinity')
                        from student
                        where school_id = :school and email = any(:emails)
                        on conflict (school_id, student_id, content_id, source, source_ref) do update
                        set valid_until = excluded.valid_until
                        where enrolment.valid_until <> excluded.valid_until
                        """)
                .param("school", school.id())
                .param("content", contentId)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("emails", students.stream().map(EmailAddress::value).toArray(String[]::new))
                .update();
    }

    /// Ends every access of a student to a course now.
    ///
    /// @param by who ends it, for people
    @Transactional
    public void end(School school, long studentId, long contentId, String by) {
        int ended = jdbc.sql("""
                        update enrolment set valid_until = db_now()
                        where school_id = :school and student_id = :student and content_id = :content
                          and valid_until > (select db_now())
                        """)
                .param("school", school.id())
                .param("student", studentId)
                .param("content", contentId)
                .update();
        if (ended == 0) return;
        jdbc.sql("""
                        select email, slug
                        from student
                        join course on course.school_id = :school and content_id = :content
                        where student.school_id = :school and student.id = :student
                        """)
                .param("school", school.id())
                .param("student", studentId)
                .param("content", contentId)
                .query(row -> {
                    audit.record(school, by, Deed.ACCESS_ENDED, row.getString("email"), row.getString("slug"));
                });
    }

    /// Whether a student may open a course now.
    public boolean has(School school, long studentId, long courseId) {
        return jdbc.sql("""
                        select exists (
                            select from enrolment
                            where school_id = :school and student_id = :student
                              and (content_id = :course or content_id is null)
                              and valid_from <= (select db_now()) and valid_until > (select db_now()))
                        """)
                .param("school", school.id())
                .param("student", studentId)
                .param("course", courseId)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Courses that can be granted, live ones first.
    public List<GrantableCourse> courses(School school) {
        return jdbc.sql("""
                        select content_id, slug, title
                        from course
                        where school_id = :school
                        order by live desc, position
                        limit 1000
                        """)
                .param("school", school.id())
                .query((row, _) -> new GrantableCourse(
                        row.getLong("content_id"), new Slug(row.getString("slug")), row.getString("title")))
                .list();
    }

    /// A course in a list to choose from.
    public record GrantableCourse(long id, Slug slug, String title) {}
}
