package org.coursewright.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `GET /metrics` for Prometheus, for whoever has the token; there is nothing for anybody else.
@OnPlatform
@RestController
class MetricsController {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final byte[] expected;

    MetricsController(Metrics metrics, MonitoringSettings settings) {
        this.metrics = metrics;
        this.expected = ("Bearer " + settings.metricsToken()).getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/metrics")
    ResponseEntity<String> show(@RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        var text = metrics.text().orElseThrow(NotFound::new);
        if (!MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8))) throw new NotFound();
        return ResponseEntity.ok().header("Content-Type", TYPE).header("Cache-Control", "no-store").body(text);
    }
}
