package org.coursewright.study;

import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.PlaybackAccess;
import org.coursewright.video.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether a student may watch a video now: through an enrolment, or since a lesson with it is free.
@Repository
class StudentPlayback implements PlaybackAccess {

    private final JdbcClient jdbc;

    StudentPlayback(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mayWatch(School school, Viewer viewer, Hash video) {
        return switch (viewer) {
            case Viewer.OfPreview _ -> false;
            case Viewer.OfStudent(var student) -> mayWatch(school, student, video);
            case Viewer.InBrowser(var student, var _) -> mayWatch(school, student, video);
        };
    }

    private boolean mayWatch(School school, long student, Hash video) {
        return jdbc.sql("""
                            select exists (
                                select from lesson
                                where school_id = :school and video_hash = :video
                                  and (free and live or exists (
                                      select from enrolment
                                      where enrolment.school_id = :school and student_id = :student
                                        and (enrolment.content_id = lesson.course_id or enrolment.content_id is null)
                                        and valid_from <= (select db_now()) and valid_until > (select db_now()))))
                            """)
                .param("school", school.id())
                .param("student", student)
                .param("video", video.hex())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
