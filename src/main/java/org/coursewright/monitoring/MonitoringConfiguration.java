package org.coursewright.monitoring;

import java.time.Duration;
import org.coursewright.job.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is there only where a setting asks for it, and what monitoring does again and again.
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

    @Bean
    @ConditionalOnProperty("coursewright.monitoring.sentry")
    SentryErrors sentryErrors(MonitoringSettings settings, Nodes nodes,
            @Value("${coursewright.version:dev}") String version) {
        return new SentryErrors(String.valueOf(settings.sentry()), nodes.own(), version);
    }

    @Bean
    RecurringJob sweepOfMonitoring(Alerts alerts, ErrorReports reports, Nodes nodes) {
        return new RecurringJob("sweep-monitoring", Duration.ofMinutes(10), () -> {
            nodes.sweep();
            alerts.endThoseOfGoneNodes();
            alerts.sweep();
            reports.sweep();
        });
    }
}
