package org.coursewright.monitoring;

import java.net.URI;
import java.util.List;
import org.coursewright.platform.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where reports go: `coursewright.monitoring.*`, or `COURSEWRIGHT_MONITORING_…` in the environment.
///
/// @param node name of this process among others, stays over restarts; empty = host name and port
/// @param alerts addresses that hear of what fails and works again: `slack+https://…`, `webhook+https://…`
/// @param sentry DSN of a service that takes errors by Sentry's protocol; absent = only the inbox in `/admin`
/// @param metricsToken bearer token that may read `/metrics`; absent = nobody
/// @param otlp address that takes metrics by OTLP over HTTP, such as `http://collector:4318/v1/metrics`
@ConfigurationProperties("coursewright.monitoring")
record MonitoringSettings(
        @DefaultValue("") String node,
        @DefaultValue List<String> alerts,
        @Nullable String sentry,
        @Nullable String metricsToken,
        @Nullable URI otlp) {

    private static final int SHORTEST_TOKEN = 16;

    MonitoringSettings {
        if (metricsToken != null && metricsToken.length() < SHORTEST_TOKEN)
            throw new WrongSetting(
                    "COURSEWRIGHT_MONITORING_METRICS_TOKEN must have at least " + SHORTEST_TOKEN + " characters");
        if (otlp != null && otlp.getHost() == null)
            throw new WrongSetting("COURSEWRIGHT_MONITORING_OTLP must look like http://collector:4318/v1/metrics");
    }
}
