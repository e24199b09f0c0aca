package org.coursewright.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Alerts, open and past. Of several nodes that see the same, the one that writes it first is the one that tells it.
@Repository
public class Alerts {

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first, open ones before all.
    public List<Alert> latest(int most) {
        return jdbc.sql("""
                        select component, node, reason, raised_at, resolved_at
                        from alert
                        order by resolved_at is not null, raised_at desc, id desc
                        limit :most
                        """).param("most", most).query(Alerts::read).list();
    }

    /// Those that this node has to end: its own, those of all, and of nodes that are gone.
    List<Alert> open(String node) {
        return jdbc.sql("""
                        select component, node, reason, raised_at, resolved_at
                        from alert
                        where resolved_at is null and (node in ('', :node) or component = 'node')
                        order by id
                        limit 1000
                        """).param("node", node).query(Alerts::read).list();
    }

    /// @return whether it was not open already
    boolean raise(Subject subject, String reason, Instant at) {
        return jdbc.sql("""
                        insert into alert (component, node, reason, raised_at)
                        values (:component, :node, :reason, :at)
                        on conflict (component, node) where resolved_at is null do nothing
                        """)
                .param("component", subject.component())
                .param("node", subject.node())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update() == 1;
    }

    /// @return whether it was open until now
    boolean resolve(Subject subject, Instant at) {
        return jdbc.sql("""
                        update alert set resolved_at = :at
                        where component = :component and node = :node and resolved_at is null
                        """)
                .param("component", subject.component())
                .param("node", subject.node())
                .param("at", Timestamp.from(at))
                .update() == 1;
    }

    /// Nobody else ends what a process saw that is gone; its own absence is another alert.
    void endThoseOfGoneNodes() {
        jdbc.sql("""
                update alert set resolved_at = now()
                where resolved_at is null and node <> '' and component <> 'node'
                  and not exists (select from node where node.name = alert.node)
                """).update();
    }

    void sweep() {
        jdbc.sql("delete from alert where resolved_at < now() - interval '90 days'").update();
    }

    private static Alert read(ResultSet row, int number) throws SQLException {
        var resolved = Optional.ofNullable(row.getTimestamp("resolved_at"));
        return new Alert(row.getString("component"), row.getString("node"), row.getString("reason"),
                row.getTimestamp("raised_at").toInstant(), resolved.map(Timestamp::toInstant));
    }
}
