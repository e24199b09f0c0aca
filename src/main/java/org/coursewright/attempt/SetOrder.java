package org.coursewright.attempt;

import java.util.Set;

/// What a student wants to practise.
///
/// @param from `missed`, `flagged`, `unseen`, `weak` or `all`
/// @param domain id of a domain; empty = all
/// @param tag empty = any
/// @param count how many questions, 1 to 100
public record SetOrder(String from, String domain, String tag, int count) {

    private static final Set<String> KNOWN = Set.of("missed", "flagged", "unseen", "weak", "all");
    private static final int MOST = 100;

    /// Whatever there is.
    static final SetOrder ANY = new SetOrder("all", "", "", 1);

    public SetOrder {
        if (!KNOWN.contains(from)) from = "all";
        count = Math.clamp(count, 1, MOST);
    }
}
