package org.coursewright.content;

import java.util.Comparator;
import java.util.Locale;

/// Something to mend in a school folder.
///
/// @param line 1 = the first; 0 = the file as a whole
/// @param message what is wrong and how to mend it
public record Finding(String path, int line, Level level, String message) implements Comparable<Finding> {

    /// Errors stop a push, warnings do not.
    public enum Level {
        ERROR, WARNING
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::path)
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::level)
            .thenComparing(Finding::message);

    public boolean isError() {
        return level == Level.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /// As compilers print it, so that editors jump to the place.
    @Override
    public String toString() {
        var place = line == 0 ? path : path + ":" + line;
        return place + ": " + level.name().toLowerCase(Locale.ROOT) + ": " + message;
    }
}
