package org.coursewright.monitoring;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells alerts to all who want to hear, in their order, trying a few times. Not by a job: jobs need the database, and
/// that may be what fails.
@Component
class AlertDoors implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AlertDoors.class);
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(8),
            Duration.ofSeconds(30));

    private record Line(AlertDoor door, ExecutorService queue) {}

    private final List<Line> lines;

    AlertDoors(MonitoringSettings settings) {
        this.lines = settings.alerts().stream().map(String::strip).filter(one -> !one.isEmpty())
                .map(one -> new Line(WebhookAlerts.at(one), Executors.newSingleThreadExecutor(Thread.ofVirtual()
                        .name("alerts").factory())))
                .toList();
    }

    void tell(AlertNews news) {
        if (news.resolved()) log.info("{}", news.sentence());
        else
            log.warn("{}", news.sentence());
        lines.forEach(line -> line.queue().execute(() -> tell(line.door(), news)));
    }

    private static void tell(AlertDoor door, AlertNews news) {
        for (var pause : PAUSES)
            try {
                Thread.sleep(pause);
                door.tell(news);
                return;
            } catch (IOException | RuntimeException failed) {
                log.warn("An alert did not arrive: {}", failed.toString());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
    }

    @Override
    public void close() {
        lines.forEach(line -> line.queue().shutdownNow());
    }
}
