package org.coursewright.attempt;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Gives back the time in which nobody could answer. A web node says every few seconds that it is there; who finds that
/// the last word is older than half a minute extends the attempts that were open then by what is missing.
@Component
class Heartbeats implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Gaps gaps;
    private volatile boolean running;

    Heartbeats(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("heartbeat").start(() -> {
            while (running) {
                beat();
                pause();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void beat() {
        try {
            int extended = gaps.beat();
            if (extended > 0) log.info("{} attempts were given back the time in which nothing was there", extended);
        } catch (DataAccessException lost) {
            log.warn("No heartbeat, trying again: {}", lost.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
