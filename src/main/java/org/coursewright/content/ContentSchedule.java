package org.coursewright.content;

import java.time.Duration;
import org.coursewright.job.RecurringJob;
import org.coursewright.storage.Uploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What content does again and again.
@Configuration(proxyBeanMethods = false)
class ContentSchedule {

    @Bean
    RecurringJob sweepOfPushes(Pushes pushes, Uploads uploads) {
        return new RecurringJob("sweep-pushes", Duration.ofHours(1), () -> {
            pushes.sweep();
            uploads.sweep();
        });
    }
}
