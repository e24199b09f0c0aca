package org.coursewright.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Live notices between nodes over PostgreSQL's LISTEN/NOTIFY, in one channel of the database.
///
/// A notice may be missed while the connection is lost: after every reconnection each listener hears
/// [#MISSED], so it can read the state anew.
@Component
public class Notices implements SmartLifecycle {

    /// The payload that means "you may have missed some".
    public static final String MISSED = "";

    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final String CHANNEL = "coursewright";
    private static final Duration WAIT = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;

    Notices(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /// Tells all nodes once the surrounding transaction commits. Payloads stay under 7,000 bytes.
    public void publish(String topic, String payload) {
        jdbc.sql("select pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", topic + " " + payload)
                .query((row, _) -> "")
                .single();
    }

    /// Hears a topic until the returned handle is closed.
    public AutoCloseable listen(String topic, Consumer<String> listener) {
        var heard = listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>());
        heard.add(listener);
        return () -> heard.remove(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("notices").start(this::listenUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listenUntilStopped() {
        boolean first = true;
        while (running) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                if (!first) listeners.values().forEach(all -> all.forEach(one -> tell(one, MISSED)));
                first = false;
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException lost) {
                if (running) log.warn("Live notices interrupted, trying again: {}", lost.getMessage());
                pause();
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (running) {
            for (var notice : connection.getNotifications((int) WAIT.toMillis())) {
                var space = notice.getParameter().indexOf(' ');
                var topic = notice.getParameter().substring(0, space);
                var payload = notice.getParameter().substring(space + 1);
                listeners.getOrDefault(topic, List.of()).forEach(one -> tell(one, payload));
            }
        }
    }

    private static void tell(Consumer<String> listener, String payload) {
        try {
            listener.accept(payload);
        } catch (RuntimeException broken) {
            log.error("A listener failed on a notice", broken);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
