package org.coursewright.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Author;
import org.coursewright.identity.Student;
import org.coursewright.platform.EmailAddress;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who has more time in the exams of a school. What has begun keeps the time that it began with.
@Repository
class Accommodations {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Audit audit;

    Accommodations(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// By address.
    List<Accommodation> all(School school) {
        return jdbc.sql("""
                        select student.id, email, name, factor, by, at
                        from accommodation
                        join student on student.school_id = :school and student.id = student_id
                        where accommodation.school_id = :school
                        order by email
                        limit :most
                        """)
                .param("school", school.id())
                .param("most", MOST)
                .query(Accommodations::read)
                .list();
    }

    /// Gives it, or gives more or less than before.
    @Transactional
    public void give(Author author, Student student, Accommodation.Extra extra) {
        jdbc.sql("""
                        insert into accommodation (school_id, student_id, factor, by, at)
                        values (:school, :student, :factor, :by, db_now())
                        on conflict (school_id, student_id) do update
                        set factor = excluded.factor, by = excluded.by, at = excluded.at
                        """)
                .param("school", author.school().id())
                .param("student", student.id())
                .param("factor", extra.factor())
                .param("by", author.account().email().value())
                .update();
        audit.record(author.school(), author.account().email().value(), Deed.ACCOMMODATION_GIVEN,
                student.email().value(), extra.word());
    }

    /// Ends it; nothing happens where there is none.
    @Transactional
    public void end(Author author, long student) {
        jdbc.sql("""
                        with ended as (
                            delete from accommodation
                            where school_id = :school and student_id = :student
                            returning student_id
                        )
                        select email from ended join student on student.school_id = :school and student.id = student_id
                        """)
                .param("school", author.school().id())
                .param("student", student)
                .query((row, _) -> row.getString("email"))
                .optional()
                .ifPresent(email -> audit.record(
                        author.school(), author.account().email().value(), Deed.ACCOMMODATION_ENDED, email));
    }

    private static Accommodation read(ResultSet row, int number) throws SQLException {
        return new Accommodation(
                row.getLong("id"),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Accommodation.Extra.of(row.getBigDecimal("factor")),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
