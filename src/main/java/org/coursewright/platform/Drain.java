package org.coursewright.platform;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way out of a node behind a balancer: it says that it is not ready any more, goes on as before until the balancer has
/// noticed, and only then stops. With the embedded database there is no other node, so nothing to wait for.
@Component
class Drain {

    private static final Duration NOTICED = Duration.ofSeconds(3);

    private final Duration pause;
    private volatile boolean served;
    private volatile boolean draining;

    Drain(Settings settings, @Value("${coursewright.drain:}") String pause) {
        if (pause.isBlank()) this.pause = settings.databaseUrl() == null ? Duration.ZERO : NOTICED;
        else
            this.pause = DurationStyle.detectAndParse(pause);
    }

    /// Whether this node is on its way out.
    boolean draining() {
        return draining;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        served = true;
    }

    /// Before anything else hears of it, and before anything stops.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextClosedEvent closed) {
        if (!served) return;
        draining = true;
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
