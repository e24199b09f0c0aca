package org.coursewright.identity;

import java.time.Duration;
import org.coursewright.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What identity does again and again.
@Configuration(proxyBeanMethods = false)
class IdentitySchedule {

    @Bean
    RecurringJob sweepOfSessions(Sessions sessions, PlatformSessions platformSessions, SignIns signIns,
            DeviceLogins deviceLogins) {
        return new RecurringJob("sweep-sessions", Duration.ofHours(1), () -> {
            sessions.sweep();
            platformSessions.sweep();
            signIns.sweep();
            deviceLogins.sweep();
        });
    }
}
