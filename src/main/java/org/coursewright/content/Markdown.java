package org.coursewright.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as authors know it from their Git host: CommonMark with tables, task lists, footnotes, strike-out, alerts,
/// links as they stand, ids on headings, and code coloured here rather than in the reader's browser.
public final class Markdown {

    /// Part of the key of stored HTML: raise it when the same text renders differently.
    public static final int RENDERER_VERSION = 3;

    private static final int DEEPEST = 40;
    private static final int DEEPEST_INLINE = 100;
    private static final long MOST_WORK = 20_000_000; // about a tenth of a second

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
        if (!isReadable(text)) return "<pre>" + Escape.html(text) + "</pre>";
        return SafeHtml.sanitised(renderer.render(parse(text)));
    }

    /// For readers that look for a structure of their own in it; nothing in it where it is not readable.
    public static Node parse(String text) {
        if (isHeavy(text)) return new Document();
        try {
            return PARSER.parse(text);
        } catch (StackOverflowError tooDeep) {
            return new Document();
        }
    }

    /// The ids that the headings of a text get.
    static Set<String> headingIds(String text) {
        var ids = new HashSet<String>();
        var generator = IdGenerator.builder().build();
        Nodes.under(parse(text))
                .filter(Heading.class::isInstance)
                .forEach(heading -> ids.add(generator.generateId(Nodes.text(heading))));
        return ids;
    }

    /// Whether a parser may be let loose on it: not nested as nobody writes, and without those heaps of brackets that
    /// take it a time that grows with their square.
    static boolean isReadable(String text) {
        if (isHeavy(text)) return false;
        try {
            return !Nodes.isDeeper(PARSER.parse(text), DEEPEST_INLINE);
        } catch (StackOverflowError tooDeep) {
            return false;
        }
    }

    private static boolean isHeavy(String text) {
        long work = 0;
        long inBlock = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            if (character == '<' || character == ']' && next == '(') inBlock++;
            if (character != '\n' || next != '\n') continue;
            work += inBlock * inBlock;
            inBlock = 0;
        }
        return work + inBlock * inBlock > MOST_WORK;
    }
}
