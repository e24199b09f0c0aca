package org.coursewright.attempt;

import java.time.Duration;
import org.coursewright.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What attempts need again and again.
@Configuration(proxyBeanMethods = false)
class AttemptSchedule {

    @Bean
    RecurringJob endOfAttempts(OverdueAttempts overdue) {
        return new RecurringJob("end-attempts", Duration.ofSeconds(15), overdue::end);
    }

    @Bean
    RecurringJob showingOfResults(WithheldResults withheld) {
        return new RecurringJob("show-results", Duration.ofMinutes(1), () -> {
            while (withheld.release())
                Thread.onSpinWait();
        });
    }
}
