package org.coursewright.site;

import java.io.Writer;
import java.time.Duration;
import java.util.function.Consumer;

/// Ends a part that writes too much or takes too long.
final class RenderingLimits extends Writer {

    static final int MOST_CHARACTERS = 512 << 10;
    static final Duration LONGEST = Duration.ofMillis(100);

    private static final ScopedValue<RenderingLimits> CURRENT = ScopedValue.newInstance();

    private final StringBuilder written = new StringBuilder(8 << 10);
    private final long until;

    private RenderingLimits(Duration longest) {
        this.until = System.nanoTime() + longest.toNanos();
    }

    /// A part went over a limit.
    static final class Exceeded extends RuntimeException {

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }

    /// What is written within a time.
    static String within(Duration longest, Consumer<Writer> work) {
        var limits = new RenderingLimits(longest);
        ScopedValue.where(CURRENT, limits).run(() -> work.accept(limits));
        return limits.written.toString();
    }

    static void check() {
        if (CURRENT.isBound()) CURRENT.get().checkTime();
    }

    @Override
    public void write(char[] characters, int from, int length) {
        room(length);
        written.append(characters, from, length);
    }

    @Override
    public void write(String text, int from, int length) {
        room(length);
        written.append(text, from, from + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private void room(int length) {
        checkTime();
        if (written.length() + length > MOST_CHARACTERS)
            throw new Exceeded("writes more than " + (MOST_CHARACTERS >> 10) + " KB");
    }

    private void checkTime() {
        if (System.nanoTime() > until) throw new Exceeded("takes too long");
    }
}
