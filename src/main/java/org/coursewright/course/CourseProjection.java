package org.coursewright.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.content.Projection;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.school.School;
import org.coursewright.video.VideoFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Derives the rows of courses and lessons from what is live. Four statements for any school; only what changed is
/// written. What is not live any more stays as it last was, for those who own it.
@Repository
@Order(10)
class CourseProjection implements Projection {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    CourseProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(School school, long publicationId, RevisionContent content) {
        var courses = new ArrayList<Map<String, Object>>();
        var lessons = new ArrayList<Map<String, Object>>();
        for (var course : content.ofKind("course")) {
            int before = lessons.size();
            addLessons(content, course, lessons);
            courses.add(row(course, courses.size(), lessons.size() - before));
        }
        retire(school, courses, lessons);
        writeCourses(school, courses);
        writeLessons(school, lessons);
    }

    private static void addLessons(RevisionContent content, Version course, List<Map<String, Object>> lessons) {
        int section = 0;
        int position = 0;
        for (var part : course.members()) {
            for (var lesson : content.members(part)) {
                var row = new LinkedHashMap<String, Object>();
                row.put("content_id", lesson.contentId());
                row.put("course_id", course.contentId());
                row.put("version_id", lesson.id());
                row.put("slug", lesson.slug().value());
                row.put("title", lesson.title());
                row.put("kind", lesson.front().path("kind").asString("article"));
                row.put("section", part.title());
                row.put("section_position", section);
                row.put("position", position++);
                row.put("minutes", lesson.front().path("minutes").asInt(0));
                row.put("free", lesson.front().path("free").asBoolean(false));
                row.put("video_hash", VideoFiles.of(lesson).map(video -> video.video().hex()).orElse(null));
                row.put("exam_id", exam(lesson));
                lessons.add(row);
            }
            section++;
        }
    }

    /// The content of the exam that an exam lesson leads to.
    private static @Nullable Long exam(Version lesson) {
        if (!lesson.front().path("kind").asString("").equals("exam")) return null;
        return lesson.references().get(lesson.front().path("exam").asString(""));
    }

    private static Map<String, Object> row(Version course, int position, int lessons) {
        var row = new LinkedHashMap<String, Object>();
        row.put("content_id", course.contentId());
        row.put("version_id", course.id());
        row.put("slug", course.slug().value());
        row.put("title", course.title());
        row.put("summary", course.front().path("summary").asString(""));
        row.put("access", course.front().path("access").asString("free"));
        row.put("position", position);
        row.put("lesson_count", lessons);
        return row;
    }

    /// First of all, so that a slug is free for another before that takes it.
    private void retire(School school, List<Map<String, Object>> courses, List<Map<String, Object>> lessons) {
        jdbc.sql("""
                        with kept as (
                            select content_id, slug, course_id
                            from jsonb_to_recordset(:rows::jsonb) as row (content_id bigint, slug text, course_id bigint)
                        ), moved as (
                            insert into former_slug (school_id, kind, parent_id, slug, content_id)
                            select :school, 'lesson', lesson.course_id, lesson.slug, lesson.content_id
                            from lesson
                            join kept on kept.content_id = lesson.content_id
                            where lesson.school_id = :school and (lesson.slug, lesson.course_id) <> (kept.slug, kept.course_id)
                            on conflict (school_id, kind, parent_id, slug)
                                do update set content_id = excluded.content_id
                        )
                        update lesson set live = false
                        where school_id = :school and live
                          and not exists (
                              select from kept
                              where kept.content_id = lesson.content_id
                                and kept.slug = lesson.slug and kept.course_id = lesson.course_id)
                        """)
                .param("school", school.id())
                .param("rows", JSON.writeValueAsString(lessons))
                .update();
        jdbc.sql("""
                        with kept as (
                            select content_id, slug
                            from jsonb_to_recordset(:rows::jsonb) as row (content_id bigint, slug text)
                        ), moved as (
                            insert into former_slug (school_id, kind, parent_id, slug, content_id)
                            select :school, 'course', 0, course.slug, course.content_id
                            from course
                            join kept on kept.content_id = course.content_id
                            where course.school_id = :school and course.slug <> kept.slug
                            on conflict (school_id, kind, parent_id, slug)
                                do update set content_id = excluded.content_id
                        )
                        update course set live = false
                        where school_id = :school and live
                          and not exists (
                              select from kept where kept.content_id = course.content_id and kept.slug = course.slug)
                        """)
                .param("school", school.id())
                .param("rows", JSON.writeValueAsString(courses))
                .update();
    }

    private void writeCourses(School school, List<Map<String, Object>> courses) {
        jdbc.sql("""
                        insert into course (school_id, content_id, version_id, slug, title, summary, access, position,
                                            lesson_count, live)
                        select :school, content_id, version_id, slug, title, summary, access, position, lesson_count, true
                        from jsonb_to_recordset(:rows::jsonb) as row (
                            content_id bigint, version_id bigint, slug text, title text, summary text, access text,
                            position int, lesson_count int)
                        on conflict (school_id, content_id) do update
                        set version_id = excluded.version_id, slug = excluded.slug, title = excluded.title,
                            summary = excluded.summary, access = excluded.access, position = excluded.position,
                            lesson_count = excluded.lesson_count, live = true
                        where (course.version_id, course.slug, course.title, course.summary, course.access,
                               course.position, course.lesson_count, course.live)
                           is distinct from (excluded.version_id, excluded.slug, excluded.title, excluded.summary,
                               excluded.access, excluded.position, excluded.lesson_count, true)
                        """)
                .param("school", school.id())
                .param("rows", JSON.writeValueAsString(courses))
                .update();
    }

    private void writeLessons(School school, List<Map<String, Object>> lessons) {
        jdbc.sql("""
                        insert into lesson (school_id, content_id, course_id, version_id, slug, title, kind, section,
                                            section_position, position, minutes, free, video_hash,
                                            exam_id, live)
                        select :school, content_id, course_id, version_id, slug, title, kind, section,
                               section_position, position, minutes, free, video_hash, exam_id, true
                        from jsonb_to_recordset(:rows::jsonb) as row (
                            content_id bigint, course_id bigint, version_id bigint, slug text, title text, kind text,
                            section text, section_position int, position int, minutes int, free boolean,
                            video_hash text, exam_id bigint)
                        on conflict (school_id, content_id) do update
                        set course_id = excluded.course_id, version_id = excluded.version_id, slug = excluded.slug,
                            title = excluded.title, kind = excluded.kind, section = excluded.section,
                            section_position = excluded.section_position, position = excluded.position,
                            minutes = excluded.minutes, free = excluded.free, video_hash = excluded.video_hash,
                            exam_id = excluded.exam_id, live = true
                        where (lesson.course_id, lesson.version_id, lesson.slug, lesson.section,
                               lesson.section_position, lesson.position, lesson.exam_id, lesson.live)
                           is distinct from (excluded.course_id, excluded.version_id, excluded.slug, excluded.section,
                               excluded.section_position, excluded.position, excluded.exam_id, true)
                        """)
                .param("school", school.id())
                .param("rows", JSON.writeValueAsString(lessons))
                .update();
    }
}
