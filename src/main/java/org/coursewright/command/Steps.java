package org.coursewright.command;

import java.util.concurrent.atomic.AtomicReference;
import org.coursewright.backup.Watch;

/// Tells the steps of a backup: each by name, and how far it is where that can be measured.
final class Steps {

    private Steps() {}

    static Watch of(Progress progress) {
        var last = new AtomicReference<>("");
        return (step, done, total) -> {
            if (!last.getAndSet(step).equals(step)) progress.say(step);
            else if (total > 1) progress.show(step, done, total, "");
        };
    }
}
