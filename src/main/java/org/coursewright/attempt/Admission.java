package org.coursewright.attempt;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Lets only so many begin at the same moment, so that those who sit already are answered as ever. Some wait for their
/// turn; whoever comes then is asked to come back, before everybody waits for so long that nobody is served.
@Component
class Admission {

    /// Fewer than there are connections to the database.
    static final int AT_ONCE = 12;

    static final int WAITING = 400;
    private static final int LONGEST_SECONDS = 4;
    private static final int SOONEST_SECONDS = 2;
    private static final int SPREAD_SECONDS = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /// @return empty where too many wait, or where it would take too long
    <T> Optional<T> admit(Supplier<T> beginning) {
        if (waiting() >= WAITING) return Optional.empty();
        try {
            if (!turns.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(beginning.get());
        } finally {
            turns.release();
        }
    }

    int waiting() {
        return turns.getQueueLength();
    }

    /// Seconds after which to come back; everybody is told another number, else they would all come back at once.
    static int again() {
        return SOONEST_SECONDS + ThreadLocalRandom.current().nextInt(SPREAD_SECONDS);
    }
}
