package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.exam.OpenReports;
import org.coursewright.identity.Author;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The reports of a school, for those who write its questions.
@Repository
class SentReports implements OpenReports {

    private final JdbcClient jdbc;
    private final Audit audit;

    SentReports(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public long count(School school) {
        return jdbc.sql("""
                        select count(*) as open from question_report
                        where school_id = :school and settled_at is null
                        """)
                .param("school", school.id())
                .query((row, _) -> row.getLong("open"))
                .single();
    }

    /// The newest first. One more than a page holds, so that it is seen whether there are older ones.
    List<SentReport> find(School school, boolean settled, int page) {
        return jdbc.sql("""
                        select attempt.code, report.position, student.email, reason, text, report.at, settled_at,
                               settled_by, answer, asked.title, asked.path, alike.times, alike.open,
                               coalesce(exam.title, lesson.title, '') as exam,
                               coalesce(exam_version.title, '') as edition,
                               case when bank_question.live is not true then 'gone'
                                    when bank_question.version_id <> report.version_id then 'changed'
                                    else 'same' end as standing
                        from question_report as report
                        join attempt on attempt.school_id = :school and attempt.id = report.attempt_id
                        join student on student.school_id = :school and student.id = report.student_id
                        join version as asked on asked.school_id = :school and asked.id = report.version_id
                        left join bank_question on bank_question.school_id = :school
                          and bank_question.content_id = report.content_id
                        left join exam on exam.school_id = :school and exam.content_id = attempt.content_id
                        left join exam_version on exam_version.school_id = :school
                          and exam_version.content_id = attempt.exam_version_id
                        left join lesson on lesson.school_id = :school and lesson.content_id = attempt.content_id
                        cross join lateral (
                            select count(*) as times, count(*) filter (where other.settled_at is null) as open
                            from question_report as other
                            where other.school_id = :school and other.content_id = report.content_id) as alike
                        where report.school_id = :school and (report.settled_at is not null) = :settled
                        order by coalesce(report.settled_at, report.at) desc, report.attempt_id, report.position
                        limit :most offset :skip
                        """)
                .param("school", school.id())
                .param("settled", settled)
                .param("most", SentReport.PAGE + 1)
                .param("skip", page * SentReport.PAGE)
                .query(SentReports::read)
                .list();
    }

    /// Settles a report that waits.
    ///
    /// @param answer to the student; may be empty
    /// @param all whether it holds for all reports of the question that wait
    /// @return how many were settled by this
    @Transactional
    public int settle(Author author, Attempt attempt, int position, String answer, boolean all) {
        var settled = jdbc.sql("""
                        with meant as (
                            select content_id, attempt_id, position from question_report
                            where school_id = :school and attempt_id = :attempt and position = :position
                              and settled_at is null
                        ), settled as (
                            update question_report as report
                            set settled_at = db_now(), settled_by = :by, answer = :answer
                            from meant
                            where report.school_id = :school and report.settled_at is null
                              and report.content_id = meant.content_id
                              and (:all or (report.attempt_id, report.position) = (meant.attempt_id, meant.position))
                            returning version_id
                        )
                        select title from settled
                        join version on version.school_id = :school and version.id = version_id
                        order by version_id desc
                        """)
                .param("school", author.school().id())
                .param("attempt", attempt.id())
                .param("position", position)
                .param("by", author.account().email().value())
                .param("answer", answer)
                .param("all", all)
                .query((row, _) -> Objects.requireNonNull(row.getString("title")))
                .list();
        if (!settled.isEmpty())
            audit.record(author.school(), author.account().email().value(), Deed.REPORT_SETTLED,
                    settled.getFirst(), "" + settled.size());
        return settled.size();
    }

    private static SentReport read(ResultSet row, int number) throws SQLException {
        var settledAt = row.getTimestamp("settled_at");
        return new SentReport(
                row.getString("code"),
                row.getInt("position"),
                row.getString("email"),
                new Report(
                        Report.Reason.find(row.getString("reason")).orElseThrow(), row.getString("text"),
                        row.getTimestamp("at").toInstant(), settledAt != null, row.getString("answer")),
                row.getString("title"),
                row.getString("path"),
                SentReport.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                row.getString("exam"),
                row.getString("edition"),
                row.getInt("times"),
                row.getInt("open"),
                settledAt == null ? null : settledAt.toInstant(),
                row.getString("settled_by"));
    }
}
