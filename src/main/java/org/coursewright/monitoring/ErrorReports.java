package org.coursewright.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The inbox of errors: one row for each fault.
@Repository
public class ErrorReports {

    private final JdbcClient jdbc;

    ErrorReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Open ones first, then the newest.
    public List<ErrorReport> latest(int most) {
        return jdbc.sql("""
                        select * from error_report
                        order by closed_at is not null, last_at desc, fingerprint
                        limit :most
                        """).param("most", most).query(ErrorReports::read).list();
    }

    public Optional<ErrorReport> find(String fingerprint) {
        return jdbc.sql("select * from error_report where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(ErrorReports::read)
                .optional();
    }

    /// @return false where there is no such fault
    public boolean close(String fingerprint) {
        return jdbc.sql("update error_report set closed_at = now() where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .update() == 1;
    }

    void add(Fault fault, long times, String node) {
        jdbc.sql("""
                        insert into error_report as known (fingerprint, title, place, detail, node, school, request,
                            count, first_at, last_at)
                        values (:fingerprint, :title, :place, :detail, :node, :school, :request, :times, :at, :at)
                        on conflict (fingerprint) do update set
                            title = excluded.title, detail = excluded.detail, node = excluded.node,
                            school = excluded.school, request = excluded.request, count = known.count + excluded.count,
                            last_at = excluded.last_at, closed_at = null
                        """)
                .param("fingerprint", fault.fingerprint())
                .param("title", fault.title())
                .param("place", fault.place())
                .param("detail", fault.detail())
                .param("node", node)
                .param("school", fault.school())
                .param("request", fault.request())
                .param("times", times)
                .param("at", Timestamp.from(fault.at()))
                .update();
    }

    /// What has not come back for long is forgotten.
    void sweep() {
        jdbc.sql("delete from error_report where last_at < now() - interval '90 days'").update();
    }

    private static ErrorReport read(ResultSet row, int number) throws SQLException {
        return new ErrorReport(row.getString("fingerprint"), row.getString("title"), row.getString("place"),
                row.getString("detail"), row.getString("node"), row.getString("school"), row.getString("request"),
                row.getLong("count"), row.getTimestamp("first_at").toInstant(), row.getTimestamp("last_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant));
    }
}
