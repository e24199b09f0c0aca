package org.coursewright.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.coursewright.platform.Settings;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The processes of this system, each of which says now and then that it lives, and takes its leave when it is stopped.
@Repository
public class Nodes {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final String own;
    private final String role;

    Nodes(JdbcClient jdbc, MonitoringSettings settings, Settings program, Environment environment) {
        this.jdbc = jdbc;
        this.role = program.role().name().toLowerCase(Locale.ROOT);
        this.own = settings.node().isBlank()
                ? host() + ":" + environment.getProperty("server.port", "8080")
                : settings.node();
    }

    /// Name of this process.
    String own() {
        return own;
    }

    /// In the order of their names.
    public List<Node> all() {
        return jdbc.sql("select name, role, started_at, seen_at from node order by name limit :most")
                .param("most", MOST)
                .query(Nodes::read)
                .list();
    }

    void arrive() {
        jdbc.sql("""
                        insert into node (name, role) values (:name, :role)
                        on conflict (name) do update set role = excluded.role, started_at = now(), seen_at = now()
                        """).param("name", own).param("role", role).update();
    }

    void beat() {
        int known = jdbc.sql("update node set seen_at = now() where name = :name").param("name", own).update();
        if (known == 0) arrive();
    }

    void leave() {
        jdbc.sql("delete from node where name = :name").param("name", own).update();
    }

    /// Those that said nothing for too long, by the database's clock.
    List<Node> silent() {
        return jdbc.sql("""
                        select name, role, started_at, seen_at
                        from node
                        where name <> :own and seen_at < now() - :silence::interval
                        order by name
                        limit :most
                        """)
                .param("own", own)
                .param("silence", Node.SILENCE.toSeconds() + " s")
                .param("most", MOST)
                .query(Nodes::read)
                .list();
    }

    /// Nobody waits for a node any more that was silent for a day.
    void sweep() {
        jdbc.sql("delete from node where seen_at < now() - interval '1 day'").update();
    }

    private static Node read(ResultSet row, int number) throws SQLException {
        return new Node(row.getString("name"), row.getString("role"), row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }

    private static String host() {
        var said = System.getenv("HOSTNAME");
        if (said != null && !said.isBlank()) return said;
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException elsewhere) {
            return "node";
        }
    }
}
