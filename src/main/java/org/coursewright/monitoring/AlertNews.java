package org.coursewright.monitoring;

import java.time.Duration;
import java.time.Instant;

/// One thing to tell.
///
/// @param event `raised` or `resolved`
/// @param console address where an operator sees more
record AlertNews(String event, Subject subject, String reason, Instant raisedAt, Instant at, String console) {

    static AlertNews of(Conditions.Change change, String console) {
        return switch (change) {
            case Conditions.Raised(var subject, var reason, var at) -> new AlertNews("raised", subject, reason, at, at,
                    console);
            case Conditions.Resolved(var subject, var reason, var since, var at) -> new AlertNews("resolved", subject,
                    reason, since, at, console);
        };
    }

    boolean resolved() {
        return event.equals("resolved");
    }

    /// In a sentence: "database on web-1 fails: connection refused".
    String sentence() {
        var what = subject.node().isEmpty()
                ? subject.component()
                : subject.component().equals(Subject.NODE)
                        ? "node " + subject.node()
                        : subject.component() + " on " + subject.node();
        if (!resolved()) return what + " fails: " + reason;
        return what + " works again after " + words(Duration.between(raisedAt, at)) + " (it was: " + reason + ")";
    }

    private static String words(Duration time) {
        if (time.toSeconds() < 120) return time.toSeconds() + " s";
        return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
    }
}
