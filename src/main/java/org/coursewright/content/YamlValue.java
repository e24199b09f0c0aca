package org.coursewright.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A value of a YAML file, as written and with its line: `1.10` stays `1.10`.
public sealed interface YamlValue {

    int line();

    /// The line of what lies at the end of this way of keys and places, or of the nearest above it.
    default int line(Object... way) {
        YamlValue here = this;
        int line = line();
        for (var step : way) {
            var next = switch (here) {
                case Mapping mapping when step instanceof String key -> {
                    line = mapping.line(key);
                    yield mapping.values().get(key);
                }
                case Sequence sequence when step instanceof Integer at && at < sequence.values().size() ->
                    sequence.values().get(at);
                default -> null;
            };
            if (next == null) return line;
            if (step instanceof Integer) line = next.line();
            here = next;
        }
        return line;
    }

    /// A scalar. `empty` is what stands for nothing: no value, `~` or `null`.
    record Text(String text, boolean empty, int line) implements YamlValue {}

    record Sequence(List<YamlValue> values, int line) implements YamlValue {}

    /// @param values in the order of the file
    /// @param lines of the keys
    record Mapping(Map<String, YamlValue> values, Map<String, Integer> lines, int line) implements YamlValue {

        public static Mapping empty(int line) {
            return new Mapping(Map.of(), Map.of(), line);
        }

        public int line(String key) {
            return lines.getOrDefault(key, line);
        }

        /// The keys that are wanted, or all others.
        public Mapping only(Predicate<String> wanted) {
            var some = new LinkedHashMap<>(values);
            some.keySet().removeIf(wanted.negate());
            return new Mapping(some, lines, line);
        }
    }
}
