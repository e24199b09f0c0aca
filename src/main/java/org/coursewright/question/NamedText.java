package org.coursewright.question;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A heading or an option with the id that stands at its end: `{#id}` or `<!-- id: x -->`.
record NamedText(String text, @Nullable String id) {

    private static final Pattern COMMENT = Pattern.compile("<!--\\s{0,9}id:\\s{0,9}([^\\s>]{1,100})\\s{0,9}-->\\s*$");
    private static final Pattern BRACES = Pattern.compile("\\{#([^\\s{}]{1,100})}\\s*$");

    static NamedText of(String line) {
        for (var pattern : new Pattern[]{COMMENT, BRACES}) {
            var match = pattern.matcher(line);
            if (match.find()) return new NamedText(line.substring(0, match.start()).strip(), match.group(1));
        }
        return new NamedText(line.strip(), null);
    }
}
