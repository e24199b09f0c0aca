package org.coursewright.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The parts of the default theme, which is an ordinary theme: `theme/default/parts/*.mustache`.
final class CoreParts {

    private static final Map<String, String> TEXTS = read();
    private static final Hash HASH = Hash.of(TEXTS.toString());

    private CoreParts() {}

    /// Empty where the core has no such part.
    static String text(String name) {
        return Objects.requireNonNullElse(TEXTS.get(name), "");
    }

    static Set<String> names() {
        return TEXTS.keySet();
    }

    static Hash hash() {
        return HASH;
    }

    private static Map<String, String> read() {
        try {
            var texts = new TreeMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:theme/default/parts/*.mustache")) {
                var name = Objects.requireNonNull(file.getFilename()).replaceFirst("\\.mustache$", "");
                texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
