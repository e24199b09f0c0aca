package org.coursewright.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonmark.node.Node;

/// The lines of a text, to cut out what a part of it says in the author's own words.
final class Lines {

    private final List<String> all;

    Lines(String text) {
        this.all = List.of(text.split("\n", -1));
    }

    String get(int index) {
        return all.get(index);
    }

    int count() {
        return all.size();
    }

    static int first(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex();
    }

    static int last(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getLast().getLineIndex();
    }

    /// These blocks as written, with an empty line between those that have one.
    String of(List<Node> blocks) {
        var text = new StringBuilder();
        int before = -1;
        for (var block : blocks) {
            if (before >= 0) text.append(first(block) > before + 1 ? "\n\n" : "\n");
            text.append(between(first(block), last(block)));
            before = last(block);
        }
        return text.toString().strip();
    }

    /// The text of a block quote without its marks.
    String unquoted(Node quote) {
        var text = new ArrayList<String>();
        for (int i = first(quote); i <= last(quote); i++) {
            var line = get(i).stripLeading();
            if (line.startsWith("> ")) text.add(line.substring(2));
            else
                text.add(line.startsWith(">") ? line.substring(1) : line);
        }
        return String.join("\n", text).strip();
    }

    /// The text of a list item without its block quotes, moved to the left.
    String item(Node item, List<Node> quotes) {
        var first = get(first(item));
        int indent = first.length() - first.stripLeading().length() + 2;
        var text = new ArrayList<String>();
        for (int i = first(item); i <= last(item); i++) {
            int line = i;
            if (quotes.stream().anyMatch(quote -> line >= first(quote) && line <= last(quote))) continue;
            text.add(i == first(item) ? first.strip() : outdented(get(i), indent));
        }
        return String.join("\n", text).strip();
    }

    private String between(int first, int last) {
        return String.join("\n", all.subList(first, Math.min(last + 1, count())));
    }

    private static String outdented(String line, int indent) {
        int spaces = 0;
        while (spaces < indent && spaces < line.length() && line.charAt(spaces) == ' ')
            spaces++;
        return Objects.requireNonNull(line.substring(spaces));
    }
}
