package org.coursewright.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/// A link or an image in a Markdown text.
///
/// @param target as written
/// @param line in the text, 1 = the first
/// @param image whether it is shown in place
public record Link(String target, int line, boolean image) {

    /// All of a text, in order.
    public static List<Link> in(String markdown) {
        boolean none = markdown.indexOf('[') < 0 && markdown.indexOf('<') < 0;
        return none ? List.of() : in(Markdown.parse(markdown)); // addresses as they stand are never local
    }

    static List<Link> in(Node root) {
        var links = new ArrayList<Link>();
        Nodes.under(root).forEach(node -> {
            switch (node) {
                case org.commonmark.node.Link link -> links.add(new Link(link.getDestination(), line(link), false));
                case Image image -> links.add(new Link(image.getDestination(), line(image), true));
                default -> {
                }
            }
        });
        return links;
    }

    /// Whether it stays within the school folder.
    public boolean isLocal() {
        return !target.isEmpty()
                && !target.startsWith("#")
                && !target.startsWith("//")
                && !target.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    }

    /// The path that it names, without `#fragment` and `?query`, with `%20` and the like undone.
    public String path() {
        return decoded(target.split("[#?]", 2)[0]);
    }

    /// What follows `#`; empty where nothing does.
    public String fragment() {
        int at = target.indexOf('#');
        return at < 0 ? "" : decoded(target.substring(at + 1));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    private static int line(Node node) {
        for (var at = node; at != null; at = at.getParent())
            if (!at.getSourceSpans().isEmpty()) return 1 + at.getSourceSpans().getFirst().getLineIndex();
        return 1;
    }
}
