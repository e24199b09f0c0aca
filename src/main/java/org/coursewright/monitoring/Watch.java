package org.coursewright.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.platform.Health;
import org.coursewright.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Looks at all components and at the other nodes, and tells what fails and what works again. A fault is told within 20 s,
/// a lost node within 40 s. It needs no database for it: that may be what fails.
@Component
class Watch implements SmartLifecycle {

    static final Duration PACE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Health health;
    private final Nodes nodes;
    private final Alerts alerts;
    private final AlertDoors doors;
    private final String console;
    private final Conditions conditions = new Conditions();
    /// What was told while the database was away, in its order.
    private final List<Conditions.Change> unwritten = new ArrayList<>();
    private boolean recalled;
    private Thread watching = Thread.currentThread();
    private volatile boolean running;

    Watch(Health health, Nodes nodes, Alerts alerts, AlertDoors doors, Settings settings) {
        this.health = health;
        this.nodes = nodes;
        this.alerts = alerts;
        this.doors = doors;
        this.console = settings.platformUrl("/admin");
    }

    @Override
    public void start() {
        running = true;
        watching = Thread.ofVirtual().name("watch").start(() -> {
            while (running) {
                try {
                    look(Instant.now());
                } catch (RuntimeException broken) {
                    log.error("A look at the components failed", broken);
                }
                pause();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        watching.interrupt();
        try {
            watching.join(PACE);
            nodes.leave();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException away) {
            log.debug("no leave taken", away);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Once more.
    synchronized void look(Instant now) {
        var seen = health.states();
        boolean database = seen.stream().noneMatch(state -> state.component().equals("database") && !state.good());
        var states = new LinkedHashMap<Subject, Optional<String>>();
        for (var state : seen)
            if (database || !state.shared()) // without it there is nothing to be told from
                states.put(new Subject(state.component(), state.shared() ? "" : nodes.own()), state.fault());
        boolean all = database && writeDown() && (recalled || recall()) && lookAtNodes(states);
        for (var change : conditions.see(states, all, now))
            if (mine(change, database)) doors.tell(AlertNews.of(change, console));
    }

    private boolean writeDown() {
        try {
            for (; !unwritten.isEmpty(); unwritten.removeFirst())
                write(unwritten.getFirst());
            return true;
        } catch (DataAccessException away) {
            log.debug("what was told is not written down yet", away);
            return false;
        }
    }

    private boolean recall() {
        try {
            nodes.arrive();
            conditions.recall(alerts.open(nodes.own()));
            recalled = true;
        } catch (DataAccessException away) {
            log.debug("what was told before is not known yet", away);
        }
        return recalled;
    }

    private boolean lookAtNodes(Map<Subject, Optional<String>> states) {
        try {
            nodes.beat();
            for (var node : nodes.silent())
                states.put(new Subject(Subject.NODE, node.name()), Optional.of("it says nothing since " + node.seenAt()
                        .truncatedTo(ChronoUnit.SECONDS)));
            return true;
        } catch (DataAccessException away) {
            log.debug("the other nodes cannot be seen", away);
            return false;
        }
    }

    /// Whether this node is the one to tell it. Without a database every node tells what it sees; what was told so is
    /// also taken back so.
    private boolean mine(Conditions.Change change, boolean database) {
        try {
            if (!database) throw new DataAccessResourceFailureException("it fails, or is what failed");
            return write(change);
        } catch (DataAccessException away) {
            unwritten.add(change);
            return true;
        }
    }

    /// @return whether it is news
    private boolean write(Conditions.Change change) {
        return switch (change) {
            case Conditions.Raised(var subject, var reason, var at) -> alerts.raise(subject, reason, at);
            case Conditions.Resolved(var subject, var _, var _, var at) -> alerts.resolve(subject, at);
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PACE);
        } catch (InterruptedException stop) {
            // the loop ends by itself
        }
    }
}
