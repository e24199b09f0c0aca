package org.coursewright.content;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Fenced code with its language named and its words coloured.
final class Code implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    Code(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        var block = (FencedCodeBlock) node;
        var info = block.getInfo() == null ? "" : block.getInfo().strip();
        var language = info.split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+#-]", "");
        var html = context.getWriter();
        html.line();
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("class", language.isEmpty() ? "code" : "code language-" + language);
        if (!language.isEmpty()) attributes.put("data-language", language);
        attributes.put("tabindex", "0");
        html.tag("pre", attributes);
        html.tag("code");
        html.raw(CodeHighlighter.html(block.getLiteral(), language));
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }
}
