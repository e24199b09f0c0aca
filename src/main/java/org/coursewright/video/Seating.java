package org.coursewright.video;

import java.util.Optional;
import org.coursewright.identity.Browser;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who sits where. A browser that nobody has heard of for a minute has lost its seat as soon as another one asks.
@Repository
class Seating {

    private final JdbcClient jdbc;

    Seating(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether the browser has a seat
    boolean keep(School school, long student, Browser browser) {
        return jdbc.sql("""
                update seat set alive_at = db_now()
                where school_id = :school and student_id = :student and browser = :browser
                """)
                .param("school", school.id())
                .param("student", student)
                .param("browser", browser.handle())
                .update() > 0;
    }

    /// Of a student's browsers that ask at the same moment, on whatever node, one is heard after the other. A student who
    /// is no longer there has no seats, and nothing to wait for.
    ///
    /// @param limit how many seats there are
    /// @param instead whether the browser that has sat for longest gives its seat away
    /// @return who sits there, where there is none left
    @Transactional
    Optional<Elsewhere> take(School school, long student, Browser browser, int limit, boolean instead) {
        if (!lock(school, student)) return Optional.empty();
        clear(school, student, instead ? limit - 1 : Integer.MAX_VALUE);
        var sits = jdbc.sql("""
                insert into seat (school_id, student_id, browser, device, since, alive_at)
                select :school, :student, :browser, :device, db_now(), db_now()
                where (select count(*) from seat
                       where school_id = :school and student_id = :student and browser <> :browser) < :limit
                on conflict (school_id, student_id, browser) do update set alive_at = excluded.alive_at
                """)
                .param("school", school.id())
                .param("student", student)
                .param("browser", browser.handle())
                .param("device", browser.name())
                .param("limit", limit)
                .update() > 0;
        return sits ? Optional.empty() : Optional.of(elsewhere(school, student));
    }

    void leave(School school, long student, Browser browser) {
        jdbc.sql("delete from seat where school_id = :school and student_id = :student and browser = :browser")
                .param("school", school.id())
                .param("student", student)
                .param("browser", browser.handle())
                .update();
    }

    private boolean lock(School school, long student) {
        return jdbc.sql("select id from student where school_id = :school and id = :student for no key update")
                .param("school", school.id())
                .param("student", student)
                .query((row, _) -> row.getLong("id"))
                .optional()
                .isPresent();
    }

    /// @param kept how many of those that are alive stay, the newest of them
    private void clear(School school, long student, int kept) {
        jdbc.sql("""
                delete from seat
                where school_id = :school and student_id = :student
                  and (alive_at < (select db_now()) - interval '1 minute'
                       or browser in (
                           select browser from seat
                           where school_id = :school and student_id = :student
                             and alive_at >= (select db_now()) - interval '1 minute'
                           order by since desc, browser
                           offset :kept))
                """)
                .param("school", school.id())
                .param("student", student)
                .param("kept", kept)
                .update();
    }

    private Elsewhere elsewhere(School school, long student) {
        return jdbc.sql("""
                select device, extract(epoch from (select db_now()) - since) as seconds, count(*) over () as others
                from seat
                where school_id = :school and student_id = :student
                order by since, browser
                limit 1
                """)
                .param("school", school.id())
                .param("student", student)
                .query((row, _) -> new Elsewhere(row.getInt("others"), row.getString("device"), row.getLong("seconds")))
                .single();
    }
}
