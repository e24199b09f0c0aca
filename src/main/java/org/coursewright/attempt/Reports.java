package org.coursewright.attempt;

import java.util.HashMap;
import java.util.Map;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What students report of the questions of their attempts: one report for each question of each attempt.
@Repository
class Reports {

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By position.
    Map<Integer, Report> of(School school, Attempt attempt) {
        var reports = new HashMap<Integer, Report>();
        jdbc.sql("""
                        select position, reason, text, at, settled_at is not null as settled, answer
                        from question_report
                        where school_id = :school and attempt_id = :attempt
                        """)
                .param("school", school.id())
                .param("attempt", attempt.id())
                .query(row -> {
                    reports.put(row.getInt("position"), new Report(
                            Report.Reason.find(row.getString("reason")).orElseThrow(), row.getString("text"),
                            row.getTimestamp("at").toInstant(), row.getBoolean("settled"), row.getString("answer")));
                });
        return reports;
    }

    /// Sends a report, or puts it in the place of the one that waits.
    ///
    /// @return false where that one is settled already
    boolean send(School school, Attempt attempt, Paper.Asked asked, ReportForm form) {
        return jdbc.sql("""
                        insert into question_report (
                            school_id, attempt_id, position, student_id, content_id, version_id, reason, text, at)
                        values (
                            :school, :attempt, :position, :student, :content, :version, :reason, :text, db_now())
                        on conflict (school_id, attempt_id, position) do update
                        set reason = excluded.reason, text = excluded.text, at = excluded.at
                        where question_report.settled_at is null
                        """)
                .param("school", school.id())
                .param("attempt", attempt.id())
                .param("position", asked.position())
                .param("student", attempt.studentId())
                .param("content", asked.version().contentId())
                .param("version", asked.version().id())
                .param("reason", form.reason())
                .param("text", form.text())
                .update() == 1;
    }
}
