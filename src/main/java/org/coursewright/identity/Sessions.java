package org.coursewright.identity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where students are signed in. The table keeps the hash of the cookie: who reads it cannot sign in with it.
@Repository
class Sessions {

    private static final int TOKEN_BYTES = 24;

    private static final String FIND = """
            select student.id, student.email, student.name, student.trial,
                   seen_at < (select db_now()) - interval '10 minutes' as stale
            from session
            join student on student.school_id = :school and student.id = session.student_id
            where session.school_id = :school and token_hash = :hash and expires_at > (select db_now())
            """;

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return the value of the cookie, good for 90 days after the last visit
    String start(School school, Student student, String device) {
        var token = RandomCode.of(TOKEN_BYTES);
        jdbc.sql("""
                        insert into session (school_id, token_hash, student_id, device, created_at, seen_at, expires_at)
                        values (:school, :hash, :student, :device, db_now(), db_now(), db_now() + interval '90 days')
                        """)
                .param("school", school.id())
                .param("hash", Hash.of(token).bytes())
                .param("student", student.id())
                .param("device", device)
                .update();
        return token;
    }

    Optional<Student> find(School school, String token) {
        var hash = Hash.of(token).bytes();
        var found = jdbc.sql(FIND)
                .param("school", school.id())
                .param("hash", hash)
                .query((row, number) -> new Seen(Students.read(row, number), row.getBoolean("stale")))
                .optional();
        found.filter(Seen::stale).ifPresent(_ -> touch(school, hash));
        return found.map(Seen::student);
    }

    List<SessionLine> of(School school, Student student, String token) {
        var here = Hash.of(token).hex();
        return jdbc.sql("""
                        select encode(token_hash, 'hex') as handle, device, created_at, seen_at
                        from session
                        where school_id = :school and student_id = :student and expires_at > (select db_now())
                        order by seen_at desc
                        limit 100
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .query((row, _) -> new SessionLine(
                        row.getString("handle"),
                        row.getString("device"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("handle").equals(here)))
                .list();
    }

    void end(School school, String token) {
        jdbc.sql("delete from session where school_id = :school and token_hash = :hash")
                .param("school", school.id())
                .param("hash", Hash.of(token).bytes())
                .update();
    }

    /// Signs a student out of one device, named by its handle.
    void endByHandle(School school, Student student, Hash handle) {
        jdbc.sql("""
                        delete from session
                        where school_id = :school and token_hash = :hash and student_id = :student
                        """)
                .param("school", school.id())
                .param("hash", handle.bytes())
                .param("student", student.id())
                .update();
    }

    void sweep() {
        jdbc.sql("delete from session where expires_at < (select db_now())").update();
    }

    private void touch(School school, byte[] hash) {
        jdbc.sql("""
                        update session set seen_at = db_now(), expires_at = db_now() + interval '90 days'
                        where school_id = :school and token_hash = :hash
                        """)
                .param("school", school.id())
                .param("hash", hash)
                .update();
    }

    private record Seen(Student student, boolean stale) {}
}
