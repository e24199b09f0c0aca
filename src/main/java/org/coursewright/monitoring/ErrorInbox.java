package org.coursewright.monitoring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Takes every error out of the log, the same ones of a moment as one. While the database is away it waits; when too many
/// have come by then, the newest are only in the log.
@Component
class ErrorInbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ErrorInbox.class);
    private static final int MOST_WAITING = 1_000;
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final String OURSELVES = ErrorInbox.class.getPackageName();

    private final ErrorReports reports;
    private final List<ErrorDoor> doors;
    private final String node;
    private final BlockingQueue<Fault> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final UnsynchronizedAppenderBase<ILoggingEvent> appender = new UnsynchronizedAppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR) && !event.getLoggerName().startsWith(OURSELVES))
                take(Fault.of(event));
        }
    };
    private volatile boolean running;

    ErrorInbox(ErrorReports reports, List<ErrorDoor> doors, Nodes nodes) {
        this.reports = reports;
        this.doors = doors;
        this.node = nodes.own();
    }

    @Override
    public void start() {
        running = true;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            appender.setContext(context);
            appender.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
        Thread.ofVirtual().name("errors").start(() -> {
            while (running) {
                keep();
                pause();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
        keep();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void take(Fault fault) {
        if (waiting.offer(fault)) doors.forEach(door -> door.report(fault));
    }

    private synchronized void keep() {
        var faults = new ArrayList<Fault>();
        waiting.drainTo(faults);
        var times = new LinkedHashMap<String, Long>();
        var newest = new LinkedHashMap<String, Fault>();
        for (var fault : faults) {
            times.merge(fault.fingerprint(), 1L, Long::sum);
            newest.put(fault.fingerprint(), fault);
        }
        try {
            for (var fault : List.copyOf(newest.values())) {
                reports.add(fault, times.getOrDefault(fault.fingerprint(), 1L), node);
                faults.removeIf(one -> one.fingerprint().equals(fault.fingerprint()));
            }
        } catch (DataAccessException away) {
            log.debug("errors wait for the database", away);
            faults.forEach(waiting::offer);
        } catch (RuntimeException broken) {
            log.error("errors cannot be kept", broken);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PACE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
