package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final CountDownLatch answer = new CountDownLatch(1);
    private volatile boolean hanging;
    private volatile boolean databaseGone;

    private final Health health = PlatformFixture.health(new HealthCheck() {
        @Override
        public String component() {
            return "mail";
        }

        @Override
        public Optional<String> fault() {
            if (hanging) await();
            return Optional.empty();
        }
    }, new HealthCheck() {
        @Override
        public String component() {
            return "database";
        }

        @Override
        public boolean vital() {
            return true;
        }

        @Override
        public Optional<String> fault() {
            return databaseGone ? Optional.of("gone") : Optional.empty();
        }
    });

    @Test
    void aComponentThatHangsDoesNotKeepABalancerWaiting() {
        assertThat(health.states()).allMatch(Health.State::good);
        hanging = true;
        // it would not return while the component hangs
        assertThat(health.readiness()).hasSize(2).allMatch(Health.State::good);
        databaseGone = true;
        assertThat(health.readiness()).as("what is vital is asked each time")
                .anyMatch(state -> state.component().equals("database") && !state.good());
        answer.countDown();
    }

    @Test
    void aComponentThatHangsIsAFaultForWhoLooksCloser() {
        hanging = true;
        assertThat(health.states()).anyMatch(state -> state.component().equals("mail")
                && state.fault().orElse("").contains("does not answer"));
        assertThat(health.readiness()).as("what was seen last is what balancers hear")
                .anyMatch(state -> state.component().equals("mail") && !state.good());
        answer.countDown();
    }

    private void await() {
        try {
            answer.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
