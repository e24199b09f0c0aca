package org.coursewright.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.coursewright.content.Markdown;
import org.coursewright.content.Nodes;
import org.jspecify.annotations.Nullable;

/// Finds cards in Markdown: `### front` with the text below as its back, or lines `front :: back`.
final class CardFile {

    private static final Pattern ID = Pattern.compile(
            "\\s*(?:<!--\\s{0,9}id:\\s{0,9}([^\\s>]{1,100})\\s{0,9}-->|\\{#([^\\s{}]{1,100})})\\s*$");

    private final String[] lines;
    private final int firstLine;
    private final List<Card> cards = new ArrayList<>();
    private int start = -1;

    /// @param line in the file
    /// @param backLine where the back begins
    record Card(@Nullable String id, String front, String back, int line, int backLine) {}

    private CardFile(String text, int firstLine) {
        this.lines = text.split("\n", -1);
        this.firstLine = firstLine;
    }

    static List<Card> read(String text, int firstLine) {
        return new CardFile(text, firstLine).read(Markdown.parse(text));
    }

    private List<Card> read(Node root) {
        Nodes.in(root).forEach(node -> {
            boolean heading = node instanceof Heading at && at.getLevel() <= 3;
            if (heading) {
                end(first(node));
                if (node instanceof Heading at && at.getLevel() == 3) start = first(node);
            } else if (start < 0 && !(node instanceof FencedCodeBlock) && !(node instanceof IndentedCodeBlock)) {
                for (int i = first(node); i <= last(node); i++)
                    line(i);
            }
        });
        end(lines.length);
        return cards;
    }

    private void line(int at) {
        var line = lines[at].strip().replaceFirst("^[-*+]\\s+", "");
        int between = line.indexOf(" :: ");
        if (between <= 0) return;
        add(line.substring(0, between).strip(), line.substring(between + 4).strip(), at, at);
    }

    private void end(int next) {
        if (start >= 0) {
            int back = start + 1;
            while (back < next && lines[back].isBlank())
                back++;
            var text = String.join("\n", List.of(lines).subList(Math.min(back, next), next)).strip();
            add(lines[start].strip().replaceFirst("^#{3}\\s*", ""), text, start, back);
        }
        start = -1;
    }

    private void add(String front, String back, int at, int backAt) {
        var text = at == backAt ? back : front;
        var mark = ID.matcher(text);
        boolean marked = mark.find();
        var id = marked ? mark.group(1) == null ? mark.group(2) : mark.group(1) : null;
        var rest = marked ? text.substring(0, mark.start()).strip() : text;
        cards.add(new Card(
                id, at == backAt ? front : rest, at == backAt ? rest : back, firstLine + at, firstLine + backAt));
    }

    private static int first(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex();
    }

    private static int last(Node node) {
        return node.getSourceSpans().isEmpty() ? -1 : node.getSourceSpans().getLast().getLineIndex();
    }
}
