package org.coursewright.content;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Walks a parsed Markdown text without recursion, so that no nesting is too deep.
public final class Nodes {

    private Nodes() {}

    /// The direct parts of a node.
    public static Stream<Node> in(Node parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNext);
    }

    /// Everything below a node, in the order of the text.
    public static Stream<Node> under(Node root) {
        Iterable<Node> walk = () -> new Walk(root);
        return StreamSupport.stream(walk.spliterator(), false);
    }

    /// The words of a node without their marks.
    public static String text(Node root) {
        var words = new StringBuilder();
        under(root).forEach(node -> {
            switch (node) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _,HardLineBreak _ -> words.append(' ');
                default -> {
                }
            }
        });
        return words.toString().strip();
    }

    static boolean isDeeper(Node root, int limit) {
        int depth = 0;
        Node node = root;
        while (true) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > limit) return true;
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            if (node == root) return false;
            node = node.getNext();
        }
    }

    private static final class Walk implements Iterator<Node> {

        private final Node root;
        private @Nullable Node next;

        Walk(Node root) {
            this.root = root;
            this.next = root.getFirstChild();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Node next() {
            var node = next;
            if (node == null) throw new NoSuchElementException();
            next = after(node);
            return node;
        }

        private @Nullable Node after(Node node) {
            if (node.getFirstChild() != null) return node.getFirstChild();
            for (var at = node; at != null && at != root; at = at.getParent())
                if (at.getNext() != null) return at.getNext();
            return null;
        }
    }
}
