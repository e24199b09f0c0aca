package org.coursewright.platform;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A message, read once and written often: text with `{0}` for an argument and `{0,choice,0#none|1#one|1<{0} of them}`
/// for words that follow a count, as in [java.text.MessageFormat], which would be parsed anew at every use. An
/// apostrophe is one.
final class MessageText {

    private static final int GROUPED_FROM = 1000;

    private final List<Part> parts;

    private MessageText(List<Part> parts) {
        this.parts = parts;
    }

    /// @throws IllegalArgumentException when a brace is not closed, or what is in it is none of both
    static MessageText of(String pattern) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            if (open > from) parts.add(new Literal(pattern.substring(from, open)));
            int close = closing(pattern, open);
            parts.add(part(pattern.substring(open + 1, close)));
            from = close + 1;
        }
        if (from < pattern.length()) parts.add(new Literal(pattern.substring(from)));
        return new MessageText(List.copyOf(parts));
    }

    String with(Object... arguments) {
        if (parts.size() == 1 && parts.getFirst() instanceof Literal(var text)) return text;
        var all = new StringBuilder();
        write(all, arguments);
        return all.toString();
    }

    private void write(StringBuilder all, Object[] arguments) {
        for (var part : parts) {
            switch (part) {
                case Literal(var text) -> all.append(text);
                case Argument(var number) -> all.append(number < arguments.length
                        ? written(arguments[number])
                        : "{" + number + "}");
                case Choice(var number, var words) -> words(words, ((Number) arguments[number]).doubleValue())
                        .write(all, arguments);
            }
        }
    }

    private static MessageText words(List<Words> choices, double count) {
        var chosen = choices.getFirst();
        for (var words : choices)
            if (words.above() ? count > words.limit() : count >= words.limit()) chosen = words;
        return chosen.text();
    }

    private static String written(Object argument) {
        if (argument instanceof Integer || argument instanceof Long) {
            long number = ((Number) argument).longValue();
            if (Math.abs(number) < GROUPED_FROM) return Long.toString(number);
        }
        return argument instanceof Number number
                ? NumberFormat.getInstance(Locale.ENGLISH).format(number)
                : String.valueOf(argument);
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') depth++;
            if (pattern.charAt(i) == '}' && --depth == 0) return i;
        }
        throw new IllegalArgumentException("a brace is not closed: " + pattern);
    }

    private static Part part(String inside) {
        int comma = inside.indexOf(',');
        if (comma < 0) return new Argument(Integer.parseInt(inside));
        var choice = ",choice,";
        if (!inside.startsWith(choice, comma)) throw new IllegalArgumentException("no argument: {" + inside + "}");
        var words = new ArrayList<Words>();
        for (var one : inside.substring(comma + choice.length()).split("\\|")) {
            int sign = one.indexOf('#') >= 0 ? one.indexOf('#') : one.indexOf('<');
            if (sign < 0) throw new IllegalArgumentException("no choice: " + one);
            words.add(new Words(
                    Double.parseDouble(one.substring(0, sign)), one.charAt(sign) == '<', of(one.substring(sign + 1))));
        }
        return new Choice(Integer.parseInt(inside.substring(0, comma)), List.copyOf(words));
    }

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Argument(int number) implements Part {}

    private record Choice(int number, List<Words> words) implements Part {}

    /// @param above whether the count must be more than the limit, not only as much
    private record Words(double limit, boolean above, MessageText text) {}
}
