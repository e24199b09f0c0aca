package org.coursewright.content;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Block quotes that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.
final class Alerts implements NodeRenderer {

    private static final Pattern MARK = Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]");
    private static final Map<String, String> TITLES = Map.of(
            "NOTE", "Note", "TIP", "Tip", "IMPORTANT", "Important", "WARNING", "Warning", "CAUTION", "Caution");

    private final HtmlNodeRendererContext context;

    Alerts(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(BlockQuote.class);
    }

    @Override
    public void render(Node quote) {
        var mark = mark(quote);
        var html = context.getWriter();
        html.line();
        if (mark.isEmpty()) {
            html.tag("blockquote");
        } else {
            var title = TITLES.getOrDefault(mark, "Note");
            html.tag("div", Map.of("class", "alert alert-" + title.toLowerCase(Locale.ROOT)));
            html.tag("p", Map.of("class", "alert-title"));
            html.text(title);
            html.tag("/p");
        }
        html.line();
        for (var child = quote.getFirstChild(); child != null; child = child.getNext())
            context.render(child);
        html.line();
        html.tag(mark.isEmpty() ? "/blockquote" : "/div");
        html.line();
    }

    /// Takes the mark out of the quote.
    private static String mark(Node quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)) return "";
        var written = new StringBuilder();
        Node node = paragraph.getFirstChild();
        for (; node instanceof Text text; node = node.getNext())
            written.append(text.getLiteral());
        var match = MARK.matcher(written.toString().strip());
        boolean ends = node == null || node instanceof SoftLineBreak;
        if (!ends || !match.matches()) return "";
        while (paragraph.getFirstChild() instanceof Text text)
            text.unlink();
        if (paragraph.getFirstChild() instanceof SoftLineBreak lineEnd) lineEnd.unlink();
        if (paragraph.getFirstChild() == null) paragraph.unlink();
        return match.group(1);
    }
}
