package org.coursewright.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.EmailAddress;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The students of schools.
@Repository
public class Students {

    private final JdbcClient jdbc;

    Students(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Student> find(School school, EmailAddress email) {
        return jdbc.sql("select id, email, name, trial from student where school_id = :school and email = :email")
                .param("school", school.id())
                .param("email", email.value())
                .query(Students::read)
                .optional();
    }

    public Optional<Student> find(School school, long id) {
        return jdbc.sql("select id, email, name, trial from student where school_id = :school and id = :student")
                .param("school", school.id())
                .param("student", id)
                .query(Students::read)
                .optional();
    }

    /// The student of an address, made where there is none.
    @Transactional
    public Student ensure(School school, EmailAddress email) {
        ensure(school, List.of(email), List.of(""));
        return find(school, email).orElseThrow();
    }

    /// Many at once; a name is taken over where a student has none.
    ///
    /// @param names one for each address, empty = unknown
    @Transactional
    public void ensure(School school, Collection<EmailAddress> emails, Collection<String> names) {
        jdbc.sql("""
                        insert into student (school_id, email, name)
                        select :school, email, name
                        from unnest(:emails::text[], :names::text[]) as row (email, name)
                        on conflict (school_id, email) do update set name = excluded.name
                        where student.name = '' and excluded.name <> ''
                        """)
                .param("school", school.id())
                .param("emails", emails.stream().map(EmailAddress::value).toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .update();
    }

    public void name(School school, Student student, String name) {
        jdbc.sql("update student set name = :name where school_id = :school and id = :student")
                .param("school", school.id())
                .param("student", student.id())
                .param("name", name)
                .update();
    }

    /// The author's own student of a school, with whose eyes they try it.
    @Transactional
    public Student trial(School school, Account account) {
        var student = ensure(school, account.email());
        jdbc.sql("update student set trial = true where school_id = :school and id = :student")
                .param("school", school.id())
                .param("student", student.id())
                .update();
        return new Student(student.id(), student.email(), student.name(), true);
    }

    static Student read(ResultSet row, int number) throws SQLException {
        return new Student(
                row.getLong("id"),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getBoolean("trial"));
    }
}
