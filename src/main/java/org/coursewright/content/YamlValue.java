package org.coursewright.content;

import java.util.List;
import java.util.Map;

/// A value of a YAML file, as written and with its line: `1.10` stays `1.10`.
public sealed interface YamlValue {

    int line();

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
    }
}
