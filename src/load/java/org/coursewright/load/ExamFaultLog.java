package org.coursewright.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Lets students meet faults, so many and not faster than so, and writes down what came of each.
final class ExamFaultLog {

    private final long began = System.nanoTime();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, List<Double>> seconds = new TreeMap<>();
    private final long pauseNanos;
    private int left;
    private long next = began;

    /// @param faults that there are for all students
    /// @param pauseMillis between two of them
    ExamFaultLog(int faults, long pauseMillis) {
        this.left = faults;
        this.pauseNanos = pauseMillis * 1_000_000;
    }

    /// Whether one may happen now.
    synchronized boolean take() {
        if (left == 0 || System.nanoTime() < next) return false;
        left--;
        next = System.nanoTime() + pauseNanos;
        return true;
    }

    synchronized int left() {
        return left;
    }

    /// @param kind of the fault
    /// @param happened what came of it
    /// @param since when it happened, by [System#nanoTime]
    synchronized void note(int student, String kind, String happened, long since) {
        double took = (System.nanoTime() - since) / 1e9;
        seconds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
        lines.add(String.format(Locale.ROOT, "%6.1f s  student %2d  %-32s %s after %.2f s", (since - began) / 1e9, student, kind,
                happened, took));
    }

    /// One line for each kind: how many, and how long it took until all was well again.
    synchronized List<String> summary() {
        return seconds.entrySet().stream().map(kind -> String.format(Locale.ROOT, "%4d  %-32s well after %.2f s, at most %.2f s",
                kind.getValue().size(), kind.getKey(), kind.getValue().stream().mapToDouble(one -> one).average().orElse(0),
                kind.getValue().stream().mapToDouble(one -> one).max().orElse(0))).toList();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
