package org.coursewright.content;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as authors know it from their Git host: CommonMark with tables, task lists, footnotes, strike-out, alerts,
/// links as they stand, ids on headings, and code coloured here rather than in the reader's browser.
public final class Markdown {

    /// Part of the key of stored HTML: raise it when the same text renders differently.
    public static final int RENDERER_VERSION = 1;

    private static final int DEEPEST = 40;
    private static final int DEEPEST_INLINE = 100;

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create(),
            HeadingAnchorExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    private Markdown() {}

    /// @param targets turns the target of each link and image, as written, into what the page shall have
    /// @return HTML that is safe to show: scripts, styles, handlers and foreign frames are gone
    public static String html(String text, UnaryOperator<String> targets) {
        var renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .nodeRendererFactory(Code::new)
                .nodeRendererFactory(Alerts::new)
                .attributeProviderFactory(_ -> new Targets(targets))
                .build();
        var root = parse(text);
        if (isTooDeep(root)) return "<pre>" + Escape.html(text) + "</pre>";
        return SafeHtml.sanitised(renderer.render(root));
    }

    /// For readers that look for a structure of their own in it.
    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /// Whether its parts are nested as nobody writes them: such a text would break whoever walks it by recursion.
    static boolean isTooDeep(Node root) {
        return Nodes.isDeeper(root, DEEPEST_INLINE);
    }
}
