package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.springframework.jdbc.core.JdbcTemplate;

/// The data of the hot pages: one course is pushed as an author does, copied by SQL to the number that is asked for;
/// students, enrolments, progress and completions are rows. Nothing is random. Kept in `target/bench`, made again when
/// a migration or this file's number changes.
///
/// @param students each with 30 courses, two lessons begun in each, one of them done
/// @param learners of them who have a session, and are at lesson 40 of the first course
record Seed(int students, int courses, int learners) {

    static final Seed FULL = new Seed(10_000, 200, 400);
    static final Seed SMALL = new Seed(300, 40, 50);
    static final int LESSONS = 100;
    static final String SCHOOL = "bench";
    private static final int NUMBER = 2;

    /// The data folder, filled.
    Path ready(Path home, Path work) throws IOException, InterruptedException {
        var data = work.resolve("data-" + students);
        var mark = data.resolve("seeded");
        var wanted = NUMBER + " " + migrations(home);
        if (Files.exists(mark) && Files.readString(mark).equals(wanted)) return data;
        delete(data);
        System.err.println("Seeding " + students + " students (once) …");
        try (var server = new Server(home, data)) {
            var token = server.schoolWithToken(SCHOOL);
            server.push(Lessons.school(work.resolve("seed-folder"), 1, LESSONS), SCHOOL, token, "--publish");
            fill(server);
        }
        Files.writeString(mark, wanted);
        return data;
    }

    private void fill(Server server) throws IOException {
        var source = server.database();
        try {
            var database = new JdbcTemplate(source);
            database.execute("select set_config('bench.students', '" + students + "', false)");
            database.execute("select set_config('bench.courses', '" + courses + "', false)");
            database.execute("select set_config('bench.learners', '" + learners + "', false)");
            for (var statement : COURSES.split(";")) database.execute(statement);
            for (var statement : PEOPLE.split(";")) database.execute(statement);
            database.execute("vacuum analyze");
            database.execute("create extension pg_stat_statements");
            database.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        } finally {
            source.destroy();
        }
    }

    static String migrations(Path home) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(home.resolve("src/main/resources/db/migration"))) {
            for (var file : files.sorted().toList()) all.append(Files.readString(file));
        }
        return Integer.toHexString(all.toString().hashCode()) + " " + all.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static final String COURSES = """
            create temporary table copy as
            select content.school_id, content.id as old_id, content.kind, number, number || ' ' || content.id as stable_id
            from content, generate_series(2, current_setting('bench.courses')::int) as number
            where content.school_id = 1 and content.kind in ('course', 'lesson');
            insert into content (school_id, kind, stable_id) select school_id, kind, stable_id from copy;
            create temporary table copied as
            select copy.*, content.id as new_id from copy
            join content on content.school_id = copy.school_id and content.kind = copy.kind
                 and content.stable_id = copy.stable_id;
            create index on copied (old_id, number);
            analyze copied;
            insert into version (school_id, content_id, hash, state_hash, path, slug, title, front, body, files, refs, members)
            select version.school_id, new_id, hash, state_hash, replace(path, 'course-1/', 'course-' || number || '/'),
                   replace(slug, 'course-1', 'course-' || number), title || ' (' || number || ')', front, body, files, refs,
                   members
            from copied join version on version.school_id = 1 and version.content_id = old_id;
            analyze version;
            insert into course (school_id, content_id, version_id, slug, title, summary, access, position, lesson_count, live)
            select 1, new_id, version.id, 'course-' || number, course.title || ' (' || number || ')', summary, access, number,
                   lesson_count, live
            from copied join course on course.school_id = 1 and course.content_id = old_id
            join version on version.school_id = 1 and version.content_id = new_id;
            insert into lesson (school_id, content_id, course_id, version_id, slug, title, kind, section, section_position,
                   position, minutes, free, video_hash, live)
            select 1, copied.new_id, parent.new_id, version.id, lesson.slug, lesson.title, lesson.kind, section,
                   section_position, position, minutes, free, video_hash, live
            from copied join lesson on lesson.school_id = 1 and lesson.content_id = copied.old_id
            join copied as parent on parent.old_id = lesson.course_id and parent.number = copied.number
            join version on version.school_id = 1 and version.content_id = copied.new_id;
            create temporary table syllabus as
            select substr(course.slug, 8)::int as number, course.content_id as course_id, course.version_id,
                   array_agg(lesson.content_id order by section_position, lesson.position) as lessons,
                   array_agg(lesson.version_id order by section_position, lesson.position) as versions
            from course join lesson on lesson.school_id = 1 and lesson.course_id = course.content_id
            where course.school_id = 1 group by 1, 2, 3;
            analyze syllabus
            """;

    private static final String PEOPLE = """
            insert into student (school_id, email, name)
            select 1, 'student-' || number || '@example.org', 'Student ' || number
            from generate_series(1, current_setting('bench.students')::int) as number;
            create temporary table pupil as
            select student.id, substr(split_part(email, '@', 1), 9)::int as number from student where school_id = 1;
            create temporary table attendance as
            select pupil.id as student_id, pupil.number as student, k, syllabus.*
            from pupil, generate_series(0, 29) as k, syllabus
            where syllabus.number = case
                when k = 0 and pupil.number <= current_setting('bench.learners')::int then 1
                else 2 + (pupil.number * 7 + k * 6) % (current_setting('bench.courses')::int - 1) end;
            insert into enrolment (school_id, student_id, content_id, source, valid_from)
            select distinct 1, student_id, course_id, 'grant', now() - interval '30 days' from attendance;
            insert into progress (school_id, student_id, lesson_id, course_id, version_id, position_seconds, seen_at)
            select 1, student_id, lessons[at], course_id, versions[at], at,
                   timestamptz '2026-01-01 00:00Z' + student * interval '1 second' + k * interval '1 hour'
            from (select attendance.*, 1 + (student + k * 3 + step) % 99 as at
                  from attendance, generate_series(0, 1) as step) as begun
            on conflict do nothing;
            insert into completion (school_id, student_id, course_id, lesson_id, version_id, at)
            select 1, student_id, course_id, lessons[at], versions[at], now()
            from (select attendance.*, 1 + (student + k * 3) % 99 as at from attendance) as done
            on conflict do nothing;
            insert into completion (school_id, student_id, course_id, lesson_id, version_id, at)
            select 1, student_id, course_id, lessons[at], versions[at], now()
            from attendance, generate_series(1, 40) as at
            where number = 1
            on conflict do nothing;
            insert into session (school_id, token_hash, student_id, created_at, seen_at, expires_at)
            select 1, sha256(convert_to('learner-' || number, 'UTF8')), id, now(), now(), now() + interval '300 days'
            from pupil where number <= current_setting('bench.learners')::int
            """;
}
