package org.coursewright.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.attempt.AttemptScored;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.study.LessonCompleted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Certificates: a row is made when the rule of a course is met, bears a name from then or later, and stays.
@Repository
class Certificates {

    static final int PAGE = 50;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CODE_LENGTH = 16;
    private static final int MOST = 200;

    private static final String READ = """
            select code, name, title, issuer, authors, minutes, score, earned_at, issued_at, revoked_at, reason,
                   student_id is null as owner_gone
            from certificate
            where school_id = :school
            """;

    private final JdbcClient jdbc;
    private final Schools schools;
    private final Students students;
    private final Earning earning;
    private final CertificateMails mails;
    private final Audit audit;

    Certificates(
            JdbcClient jdbc, Schools schools, Students students, Earning earning, CertificateMails mails, Audit audit) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.students = students;
        this.earning = earning;
        this.mails = mails;
        this.audit = audit;
    }

    @EventListener
    @Transactional
    void on(LessonCompleted completed) {
        add(schools.get(completed.schoolId()), completed.studentId(), completed.courseId(), null);
    }

    @EventListener
    @Transactional
    void on(AttemptScored scored) {
        if (scored.mode().equals("simulation") && Boolean.TRUE.equals(scored.passed()))
            add(schools.get(scored.schoolId()), scored.studentId(), null, scored.contentId());
    }

    /// Gives what was earned before its course had a certificate, or before that asked for less.
    @Transactional
    void addMissing(School school, Student student) {
        add(school, student.id(), null, null);
    }

    private void add(School school, long studentId, @Nullable Long course, @Nullable Long exam) {
        var candidates = earning.candidates(school, studentId, course, exam);
        if (candidates.isEmpty()) return;
        lock(school, studentId);
        var student = students.find(school, studentId).orElseThrow();
        for (var candidate : candidates)
            earning.earned(school, studentId, candidate).ifPresent(earned -> add(school, student, earned));
    }

    /// Of two lessons that are done in the same instant, the later one has to see the earlier one.
    private void lock(School school, long student) {
        jdbc.sql("select id from student where school_id = :school and id = :student for no key update")
                .param("school", school.id())
                .param("student", student)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    private void add(School school, Student student, Earning.Earned earned) {
        var name = PersonName.of(student.name()).map(PersonName::value).orElse("");
        var made = jdbc.sql("""
                        insert into certificate (school_id, code, student_id, course_id, course_version_id, name, title,
                                                 issuer, authors, minutes, score, earned_at, issued_at)
                        values (:school, :code, :student, :course, :version, :name, :title, :issuer, :authors, :minutes,
                                :score::jsonb, db_now(), case when :name <> '' then db_now() end)
                        on conflict (school_id, student_id, course_id) do nothing
                        returning code
                        """)
                .param("school", school.id())
                .param("code", RandomCode.readable(CODE_LENGTH))
                .param("student", student.id())
                .param("course", earned.course().id())
                .param("version", earned.course().versionId())
                .param("name", name)
                .param("title", earned.course().title())
                .param("issuer", school.name())
                .param("authors", earned.course().authors().toArray(String[]::new))
                .param("minutes", earned.minutes())
                .param("score", earned.score() == null ? null : JSON.writeValueAsString(earned.score()))
                .query((row, _) -> row.getString("code"))
                .optional();
        made.ifPresent(code -> {
            if (name.isEmpty()) mails.askForName(school, student.email(), earned.course().title());
            else
                mails.sayIssued(school, student.email(), earned.course().title(), code);
        });
    }

    /// Issues what a student has earned and not named yet; the next ones bear the same name at once.
    @Transactional
    void name(School school, Student student, PersonName name) {
        var issued = jdbc.sql("""
                        update certificate set name = :name, issued_at = db_now()
                        where school_id = :school and student_id = :student and issued_at is null
                        returning code, title
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("name", name.value())
                .query((row, _) -> Map.entry(row.getString("title"), row.getString("code")))
                .list();
        if (!issued.isEmpty()) students.name(school, student, name.value());
        issued.forEach(one -> mails.sayIssued(school, student.email(), one.getKey(), one.getValue()));
    }

    /// One that anybody may see.
    Optional<Certificate> find(School school, String code) {
        return jdbc.sql(READ + "and code = :code and issued_at is not null")
                .param("school", school.id())
                .param("code", code)
                .query(Certificates::read)
                .optional();
    }

    /// Of one student, the newest first.
    List<Certificate> of(School school, Student student) {
        return jdbc.sql(READ + "and student_id = :student order by earned_at desc, id desc limit :most")
                .param("school", school.id())
                .param("student", student.id())
                .param("most", MOST)
                .query(Certificates::read)
                .list();
    }

    /// Those of a school, the newest first; one more than a page tells that there is another.
    ///
    /// @param search part of a name, a course or a code; empty = all
    /// @param page 0 = the first
    List<Certificate> page(School school, String search, int page) {
        return jdbc.sql(READ + """
                        and (:search = '' or strpos(lower(name), lower(:search)) > 0
                             or strpos(lower(title), lower(:search)) > 0 or strpos(code, lower(:search)) > 0)
                        order by earned_at desc, id desc
                        limit :limit offset :skipped
                        """)
                .param("school", school.id())
                .param("search", search)
                .param("limit", PAGE + 1)
                .param("skipped", (long) page * PAGE)
                .query(Certificates::read)
                .list();
    }

    /// Ends the worth of one.
    ///
    /// @param reason in words for everybody who looks at it
    /// @return false where there is no valid one of that code
    @Transactional
    boolean revoke(School school, String code, String reason, String by) {
        int revoked = jdbc.sql("""
                        update certificate set revoked_at = db_now(), revoked_by = :by, reason = :reason
                        where school_id = :school and code = :code and issued_at is not null and revoked_at is null
                        """)
                .param("school", school.id())
                .param("code", code)
                .param("reason", reason)
                .param("by", by)
                .update();
        if (revoked == 1) audit.record(school, by, Deed.CERTIFICATE_REVOKED, code, reason);
        return revoked == 1;
    }

    /// Takes a revocation back.
    ///
    /// @return false where there is no revoked one of that code
    @Transactional
    boolean reinstate(School school, String code, String by) {
        int valid = jdbc.sql("""
                        update certificate set revoked_at = null, revoked_by = '', reason = ''
                        where school_id = :school and code = :code and revoked_at is not null
                        """)
                .param("school", school.id())
                .param("code", code)
                .update();
        if (valid == 1) audit.record(school, by, Deed.CERTIFICATE_REINSTATED, code);
        return valid == 1;
    }

    private static Certificate read(ResultSet row, int number) throws SQLException {
        var score = row.getString("score");
        var revoked = instant(row, "revoked_at");
        return new Certificate(
                row.getString("code"),
                row.getString("name"),
                row.getString("title"),
                row.getString("issuer"),
                Arrays.asList((String[]) row.getArray("authors").getArray()),
                row.getInt("minutes"),
                score == null ? null : JSON.readValue(score, Score.class),
                row.getObject("earned_at", OffsetDateTime.class).toInstant(),
                instant(row, "issued_at"),
                revoked == null ? null : new Certificate.Revocation(revoked, row.getString("reason")),
                row.getBoolean("owner_gone"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
