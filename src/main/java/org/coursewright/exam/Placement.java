package org.coursewright.exam;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says where the questions of a bank belong in a version of an exam, also those that still name what an older version
/// had. A task that became several gives its questions to them in turn.
final class Placement {

    private final String version;
    private final Blueprint blueprint;
    private final TaskMap map;
    private final Map<String, Integer> given = new HashMap<>();

    /// @param version its slug
    Placement(String version, Blueprint blueprint, TaskMap map) {
        this.version = version;
        this.blueprint = blueprint;
        this.map = map;
    }

    /// @param domain null where the version has none for it
    /// @param task of the version, else as it was written
    record Place(@Nullable String domain, @Nullable String task) {}

    /// @param domain as the question says it
    /// @param task likewise; `2026-03/1.1` means that version alone, whatever the maps say
    Place of(@Nullable String domain, @Nullable String task) {
        int slash = task == null ? -1 : task.indexOf('/');
        if (task != null && slash > 0 && task.substring(0, slash).equals(version))
            return direct(domain, task.substring(slash + 1)).orElse(new Place(null, task));
        var plain = task == null || slash < 0 ? task : task.substring(slash + 1);
        var moved = plain == null ? null : map.tasks().get(plain);
        if (moved != null) return turn(moved).orElse(new Place(null, plain));
        return direct(domain, plain)
                .or(() -> turn(domain == null ? List.of() : map.domains().getOrDefault(domain, List.of())))
                .orElse(new Place(null, plain));
    }

    private Optional<Place> direct(@Nullable String domain, @Nullable String task) {
        return blueprint.domainOf(domain, task)
                .or(() -> blueprint.domainOf(null, task))
                .map(found -> new Place(found.id(), task));
    }

    /// That of the tasks which got the fewest so far.
    private Optional<Place> turn(List<String> tasks) {
        return tasks.stream()
                .filter(task -> blueprint.domainOf(null, task).isPresent())
                .min(Comparator.comparingInt(task -> given.getOrDefault(task, 0)))
                .flatMap(task -> {
                    given.merge(task, 1, Integer::sum);
                    return direct(null, task);
                });
    }
}
