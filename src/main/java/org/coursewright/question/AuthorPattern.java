package org.coursewright.question;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Optional;

/// Regular expressions of authors, on texts of students: in a time that grows with the text and never with its square.
/// See docs/decisions/0025.
final class AuthorPattern {

    private static final int LONGEST = 1000;
    private static final int HEAVIEST = 500;
    private static final java.util.regex.Pattern TIMES = java.util.regex.Pattern
            .compile("\\{(\\d{1,9})(,?)(\\d{0,9})}");

    private AuthorPattern() {}

    /// The expression of a text `/…/`; empty where it is a plain text.
    static Optional<String> within(String text) {
        return text.length() >= 3 && text.startsWith("/") && text.endsWith("/")
                ? Optional.of(text.substring(1, text.length() - 1))
                : Optional.empty();
    }

    /// What is wrong with it, as a sentence for its author.
    static Optional<String> fault(String pattern) {
        var named = "The regular expression /" + (pattern.length() > 80 ? pattern.substring(0, 80) + "…" : pattern)
                + "/ ";
        if (pattern.length() > LONGEST)
            return Optional.of(named + "is longer than " + LONGEST + " characters. Shorten it.");
        if (pattern.contains("(?=") || pattern.contains("(?!") || pattern.contains("(?<=") || pattern.contains("(?<!"))
            return Optional.of(named + "looks ahead or behind, which is not possible here. "
                    + "Say what is to be there with alternatives, or take several checks.");
        if (pattern.matches("(?s).*(?<!\\\\)(?:\\\\\\\\)*\\\\(?:[1-9]|k<).*"))
            return Optional.of(named + "refers back to a group, which is not possible here. Write the words out.");
        if (pattern.contains("\\Q"))
            return Optional.of(named + "quotes with \\Q, which is not possible here. Put a \\ before each sign.");
        if (weight(pattern) > HEAVIEST)
            return Optional.of(named + "repeats too much: {n,m} within one another multiply. Take smaller numbers.");
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(named + "cannot be read: " + broken.getDescription() + ".");
        }
    }

    /// Whether it describes the whole text, in upper or lower case.
    static boolean isWhole(String pattern, String text) {
        return fault(pattern).isEmpty() && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).matches();
    }

    /// Whether some part of the text, in which `^` and `$` are the ends of lines, is as it describes.
    static boolean isPart(String pattern, String text) {
        return fault(pattern).isEmpty() && Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).find();
    }

    /// About how many steps it becomes: `(a{9}b){9}` is 90.
    private static long weight(String pattern) {
        var groups = new ArrayDeque<Long>();
        long sum = 0;
        long last = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '(' -> {
                    groups.push(sum);
                    sum = 0;
                }
                case ')' -> {
                    last = sum;
                    sum += groups.isEmpty() ? 0 : groups.pop();
                }
                case '{' -> {
                    var times = TIMES.matcher(pattern).region(i, pattern.length());
                    if (times.lookingAt()) {
                        long more = last * (times(times) - 1);
                        sum += more;
                        last += more;
                        i = times.end() - 1;
                    }
                }
                default -> {
                    i = end(pattern, i);
                    last = 1;
                    sum++;
                }
            }
            if (sum > HEAVIEST) return sum;
        }
        return sum + groups.stream().mapToLong(Long::longValue).sum();
    }

    private static long times(java.util.regex.Matcher written) {
        var last = written.group(3).isEmpty() ? written.group(1) : written.group(3);
        return Math.max(1, Long.parseLong(last) + (written.group(2).isEmpty() ? 0 : 1));
    }

    /// Where a sign, an escape or a class of signs ends.
    private static int end(String pattern, int begin) {
        if (pattern.charAt(begin) == '\\') return begin + 1;
        if (pattern.charAt(begin) != '[') return begin;
        int i = begin + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') i++;
        if (i < pattern.length() && pattern.charAt(i) == ']') i++;
        while (i < pattern.length() && pattern.charAt(i) != ']')
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        return i;
    }
}
