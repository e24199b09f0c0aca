package org.coursewright.video;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who watches, as a playback token names them.
public sealed interface Viewer {

    /// A student of the school.
    record OfStudent(long id) implements Viewer {}

    /// A student at one of the browsers where they are signed in.
    ///
    /// @param browser its handle
    record InBrowser(long student, String browser) implements Viewer {}

    /// Whoever holds the link of a preview.
    record OfPreview(String code) implements Viewer {}

    Pattern IN_BROWSER = Pattern.compile("s([0-9]{1,18})-([0-9a-f]{16})");

    /// As it stands in a token: a letter, the id and, behind a dash, the browser.
    default String text() {
        return switch (this) {
            case OfStudent(var id) -> "s" + id;
            case InBrowser(var student, var browser) -> "s" + student + "-" + browser;
            case OfPreview(var code) -> "p" + code;
        };
    }

    static Optional<Viewer> of(String text) {
        if (text.matches("s[0-9]{1,18}")) return Optional.of(new OfStudent(Long.parseLong(text.substring(1))));
        var seated = IN_BROWSER.matcher(text);
        if (seated.matches()) return Optional.of(new InBrowser(Long.parseLong(seated.group(1)), seated.group(2)));
        if (text.matches("p[A-Za-z0-9_-]{1,64}")) return Optional.of(new OfPreview(text.substring(1)));
        return Optional.empty();
    }
}
