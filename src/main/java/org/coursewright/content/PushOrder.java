package org.coursewright.content;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wants to push: all files of a source by hash, and the revision they started from.
///
/// @param code chosen by the sender; the same code again is the same push and gets the same answer
/// @param source folder of the source within the school, empty = the whole school
/// @param base number of the revision they started from; absent for a source that has none
public record PushOrder(String code, String source, @Nullable Integer base, String message, Tree files) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{8,80}");
    private static final Pattern SOURCE = Pattern.compile("|[a-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,5}");
    private static final int LONGEST_MESSAGE = 2000;

    public PushOrder {
        if (!CODE.matcher(code).matches())
            throw new IllegalArgumentException("A push needs a code of 8 to 80 letters, digits, '_' and '-'.");
        if (!SOURCE.matcher(source).matches())
            throw new IllegalArgumentException(
                    "'" + source + "' is no folder of a school, such as courses/java or exams/saa-c03.");
        if (message.length() > LONGEST_MESSAGE) message = message.substring(0, LONGEST_MESSAGE);
    }
}
