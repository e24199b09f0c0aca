package org.coursewright.monitoring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.coursewright.job.Backlog;
import org.coursewright.platform.Health;
import org.springframework.stereotype.Component;

/// What can be counted, for who asks (Prometheus) or is told (OTLP); nothing is counted where nobody wants to know.
@Component
class Metrics implements AutoCloseable {

    private static final Duration[] STEPS = List.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000).stream()
            .map(Duration::ofMillis).toArray(Duration[]::new);

    private final CompositeMeterRegistry all = new CompositeMeterRegistry(Clock.SYSTEM);
    private final Optional<PrometheusMeterRegistry> prometheus;
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /// @param place `school`, `preview`, `platform` or `nowhere`
    /// @param route pattern of its address, never the address itself: there are too many
    record Answered(String place, String method, String route, int status) {}

    Metrics(MonitoringSettings settings, Nodes nodes, Health health, Backlog backlog, DataSource database) {
        this.prometheus = settings.metricsToken() == null
                ? Optional.empty()
                : Optional.of(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        prometheus.ifPresent(all::add);
        if (settings.otlp() != null)
            all.add(new OtlpMeterRegistry(otlp(settings.otlp().toString(), nodes.own()), Clock.SYSTEM));
        if (wanted()) bind(health, backlog, database);
    }

    boolean wanted() {
        return !all.getRegistries().isEmpty();
    }

    /// In Prometheus's text format; absent where no token may read it.
    Optional<String> text() {
        return prometheus.map(PrometheusMeterRegistry::scrape);
    }

    void answered(Answered answered, long nanos) {
        timers.computeIfAbsent(answered, this::timer).record(Duration.ofNanos(nanos));
    }

    @Override
    public void close() {
        collections.close();
        all.close();
    }

    private void bind(Health health, Backlog backlog, DataSource database) {
        new JvmMemoryMetrics().bindTo(all);
        new JvmThreadMetrics().bindTo(all);
        new ProcessorMetrics().bindTo(all);
        new UptimeMetrics().bindTo(all);
        new FileDescriptorMetrics().bindTo(all);
        collections.bindTo(all);
        if (database instanceof HikariDataSource pool)
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(all));
        for (var component : health.components())
            Gauge.builder("coursewright.component.up", () -> health.isGood(component) ? 1 : 0)
                    .description("1 = the component works")
                    .tag("component", component)
                    .register(all);
        for (var lane : backlog.lanes())
            Gauge.builder("coursewright.jobs.due", () -> backlog.due(lane))
                    .description("jobs whose time has come and that nobody has begun")
                    .tag("lane", lane)
                    .register(all);
    }

    private Timer timer(Answered answered) {
        return Timer.builder("http.server.requests")
                .description("answers of the web server")
                .tags(List.of(Tag.of("place", answered.place()), Tag.of("method", answered.method()),
                        Tag.of("route", answered.route()), Tag.of("status", Integer.toString(answered.status()))))
                .serviceLevelObjectives(STEPS)
                .register(all);
    }

    private static OtlpConfig otlp(String address, String node) {
        var settings = Map.of(
                "otlp.url", address,
                "otlp.step", "10s",
                "otlp.resourceAttributes", "service.name=coursewright,service.instance.id=" + node);
        return settings::get;
    }
}
