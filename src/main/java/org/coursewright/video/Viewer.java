package org.coursewright.video;

import java.util.Optional;

/// Who watches, as a playback token names them.
public sealed interface Viewer {

    /// A student of the school.
    record OfStudent(long id) implements Viewer {}

    /// Whoever holds the link of a preview.
    record OfPreview(String code) implements Viewer {}

    /// As it stands in a token: a letter and the id.
    default String text() {
        return switch (this) {
            case OfStudent(var id) -> "s" + id;
            case OfPreview(var code) -> "p" + code;
        };
    }

    static Optional<Viewer> of(String text) {
        if (text.matches("s[0-9]{1,18}")) return Optional.of(new OfStudent(Long.parseLong(text.substring(1))));
        if (text.matches("p[A-Za-z0-9_-]{1,64}")) return Optional.of(new OfPreview(text.substring(1)));
        return Optional.empty();
    }
}
