package org.coursewright.load;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What people asked for while faults were injected, and what must not have happened.
final class FaultLedger {

    final AtomicInteger acknowledged = new AtomicInteger();
    final AtomicInteger retries = new AtomicInteger();
    final AtomicInteger duplicates = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    volatile boolean running = true;

    void violation(String what) {
        violations.add(what);
        if (violations.size() <= 30) System.err.println("faults: " + what);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
