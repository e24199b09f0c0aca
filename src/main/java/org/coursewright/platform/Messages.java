package org.coursewright.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What the program says, by key: `messages/<module>.properties`, English. `en-XA` (long) and `ar-XB` (right to
/// left) are made from it, so that tests see a text that is not by key.
public final class Messages {

    private static final Map<String, String> ENGLISH = read();
    private static final Map<String, MessageText> TEXTS = ENGLISH.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, message -> MessageText.of(message.getValue())));
    private static final Map<Locale, Messages> ALL = new HashMap<>();
    public static final Locale LONG = Locale.forLanguageTag("en-XA");
    public static final Locale MIRRORED = Locale.forLanguageTag("ar-XB");

    static {
        ALL.put(Locale.ENGLISH, new Messages(Locale.ENGLISH));
        ALL.put(LONG, new Messages(LONG));
        ALL.put(MIRRORED, new Messages(MIRRORED));
    }

    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
    }

    /// Those of a locale; English where there are none.
    public static Messages in(Locale locale) {
        return Objects.requireNonNull(ALL.getOrDefault(locale, ALL.get(Locale.ENGLISH)));
    }

    public static Messages english() {
        return in(Locale.ENGLISH);
    }

    public static Map<String, String> all() {
        return ENGLISH;
    }

    public Locale locale() {
        return locale;
    }

    public String direction() {
        return locale.equals(MIRRORED) ? "rtl" : "ltr";
    }

    /// The message with its arguments set in (as in [MessageText]).
    public String get(String key, Object... arguments) {
        var message = TEXTS.get(key);
        if (message == null) throw new IllegalArgumentException("no message for key " + key);
        var text = message.with(arguments);
        if (locale.equals(LONG)) return PseudoText.lengthened(text);
        if (locale.equals(MIRRORED)) return PseudoText.mirrored(text);
        return text;
    }

    private static Map<String, String> read() {
        try {
            var all = new HashMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*.properties")) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            }
            return Map.copyOf(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
