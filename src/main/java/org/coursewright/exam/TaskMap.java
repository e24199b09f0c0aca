package org.coursewright.exam;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Where the tasks of older versions of an exam went in one version: by the map into it, and by the maps into those
/// before, one after another.
///
/// @param tasks of older versions to those of this one; to none where a task is gone
/// @param domains of older versions to the tasks that theirs became
record TaskMap(Map<String, List<String>> tasks, Map<String, List<String>> domains) {

    static final TaskMap NONE = new TaskMap(Map.of(), Map.of());

    /// A part of an exam.
    ///
    /// @param kind `exam-version` or `map`
    record Part(String kind, String slug, JsonNode front) {}

    /// @param version the slug of the version that is asked about
    /// @param parts all parts of its exam
    static TaskMap into(String version, Collection<Part> parts) {
        var tasks = new HashMap<String, List<String>>();
        var domains = new HashMap<String, List<String>>();
        var waiting = new ArrayDeque<>(List.of(version));
        Set<String> seen = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty()) {
            var to = waiting.remove();
            for (var part : parts) {
                if (!part.kind().equals("map")) continue;
                var map = FrontJson.read(part.front(), TaskMapKeys.class);
                if (!to.equals(map.to()) || map.from() == null || !seen.add(map.from())) continue;
                waiting.add(map.from());
                map.tasks().forEach((old, fresh) -> tasks.putIfAbsent(
                        old, to.equals(version) ? List.copyOf(fresh) : followed(fresh, tasks)));
                parts.stream()
                        .filter(old -> old.kind().equals("exam-version") && old.slug().equals(map.from()))
                        .forEach(old -> addDomains(Blueprint.of(old.front()), tasks, domains));
            }
        }
        return new TaskMap(Map.copyOf(tasks), Map.copyOf(domains));
    }

    private static List<String> followed(List<String> between, Map<String, List<String>> tasks) {
        return between.stream()
                .flatMap(task -> tasks.getOrDefault(task, List.of(task)).stream())
                .distinct()
                .toList();
    }

    private static void addDomains(
            Blueprint old, Map<String, List<String>> tasks, Map<String, List<String>> domains) {
        for (var domain : old.domains()) {
            var became = new ArrayList<String>();
            domain.tasks().forEach(task -> became.addAll(tasks.getOrDefault(task.id(), List.of(task.id()))));
            domains.putIfAbsent(domain.id(), List.copyOf(new LinkedHashSet<>(became)));
        }
    }
}
