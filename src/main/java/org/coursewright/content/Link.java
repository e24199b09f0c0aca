package org.coursewright.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
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
        var links = new ArrayList<Link>();
        Markdown.parse(markdown).accept(new AbstractVisitor() {

            @Override
            public void visit(org.commonmark.node.Link link) {
                links.add(new Link(link.getDestination(), line(link), false));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(new Link(image.getDestination(), line(image), true));
                visitChildren(image);
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
        var path = target.split("[#?]", 2)[0];
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty() ? 1 : 1 + node.getSourceSpans().getFirst().getLineIndex();
    }
}
