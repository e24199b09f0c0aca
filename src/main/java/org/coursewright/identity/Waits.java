package org.coursewright.identity;

import java.time.Duration;
import org.coursewright.platform.Screen;

/// How long to wait, in words.
final class Waits {

    private Waits() {}

    static String text(Screen screen, Duration left) {
        return left.toSeconds() < 90
                ? screen.get("identity.seconds", left.toSeconds())
                : screen.get("identity.minutes", (left.toSeconds() + 59) / 60);
    }
}
