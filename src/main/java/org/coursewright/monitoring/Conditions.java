package org.coursewright.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns what is seen again and again into what is worth telling: a fault that is seen twice in a row, and its end that is
/// seen twice in a row. A hiccup between two looks says nothing.
final class Conditions {

    private static final int ENOUGH = 2;

    private final Map<Subject, Condition> all = new LinkedHashMap<>();

    /// @param seen how often in a row the other state was seen
    /// @param told that it fails
    private record Condition(boolean told, int seen, String reason, Instant since) {}

    /// What is to be told now.
    sealed interface Change {
        Subject subject();
    }

    /// @param at when it was seen first
    record Raised(Subject subject, String reason, Instant at) implements Change {}

    /// @param raisedAt when the fault was seen first
    record Resolved(Subject subject, String reason, Instant raisedAt, Instant at) implements Change {}

    /// Takes up what was told before this process began.
    void recall(Collection<Alert> open) {
        open.forEach(alert -> all.put(alert.subject(), new Condition(true, 0, alert.reason(), alert.raisedAt())));
    }

    /// @param states of all that was looked at: what is wrong, or nothing
    /// @param complete that what is absent there is well; else nothing is known of it, and it stays as it was
    List<Change> see(Map<Subject, Optional<String>> states, boolean complete, Instant now) {
        var changes = new ArrayList<Change>();
        var subjects = new ArrayList<>(states.keySet());
        if (complete) all.keySet().stream().filter(subject -> !states.containsKey(subject)).forEach(subjects::add);
        for (var subject : subjects)
            see(subject, states.getOrDefault(subject, Optional.empty()), now).ifPresent(changes::add);
        return changes;
    }

    private Optional<Change> see(Subject subject, Optional<String> fault, Instant now) {
        var known = all.getOrDefault(subject, new Condition(false, 0, "", now));
        if (fault.isPresent() == known.told()) {
            if (known.told()) all.put(subject, new Condition(true, 0, known.reason(), known.since()));
            else
                all.remove(subject);
            return Optional.empty();
        }
        int seen = known.seen() + 1;
        var since = fault.isPresent() && known.seen() == 0 ? now : known.since();
        var reason = fault.orElse(known.reason());
        if (seen < ENOUGH) {
            all.put(subject, new Condition(known.told(), seen, reason, since));
            return Optional.empty();
        }
        if (fault.isPresent()) {
            all.put(subject, new Condition(true, 0, reason, since));
            return Optional.of(new Raised(subject, reason, since));
        }
        all.remove(subject);
        return Optional.of(new Resolved(subject, reason, since, now));
    }
}
