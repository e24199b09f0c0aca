package org.coursewright.content;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// What HTML from authors may contain: the words of documents, nothing that runs or reaches out.
public final class SafeHtml {

    private static final Pattern CLASS = Pattern.compile("[a-z0-9 +#_-]{1,120}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_.:-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,5}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9+#-]{1,40}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code",
                    "em", "strong", "del", "ins", "s", "sub", "sup", "kbd", "mark", "samp", "var", "abbr", "q", "cite",
                    "small", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "a", "img", "div", "span",
                    "section", "figure", "figcaption", "details", "summary", "dl", "dt", "dd", "input", "b", "i", "u")
            .allowWithoutAttributes("span", "a", "input")
            .allowUrlProtocols("https", "http", "mailto", "content", "blob")
            .allowAttributes("href").onElements("a")
            .allowAttributes("src").onElements("img")
            .allowAttributes("alt", "title").globally()
            .allowAttributes("width", "height").matching(NUMBER).onElements("img")
            .allowAttributes("loading").matching(Pattern.compile("lazy")).onElements("img")
            .allowAttributes("class").matching(CLASS).globally()
            .allowAttributes("id").matching(ID).globally()
            .allowAttributes("lang", "dir").matching(WORD).globally()
            .allowAttributes("data-language").matching(WORD).onElements("pre")
            .allowAttributes("tabindex").matching(Pattern.compile("0")).onElements("pre")
            .allowAttributes("data-footnote-ref", "data-footnote-backref", "data-footnotes").globally()
            .allowAttributes("align").matching(Pattern.compile("left|center|right")).onElements("th", "td")
            .allowAttributes("colspan", "rowspan").matching(NUMBER).onElements("th", "td")
            .allowAttributes("start").matching(NUMBER).onElements("ol")
            .allowAttributes("open").onElements("details")
            .allowAttributes("type").matching(Pattern.compile("checkbox")).onElements("input")
            .allowAttributes("checked", "disabled").onElements("input")
            .allowAttributes("aria-label").matching(Pattern.compile("done|open")).onElements("input")
            .requireRelsOnLinks("noopener")
            .toFactory();

    private SafeHtml() {}

    public static String sanitised(String html) {
        return POLICY.sanitize(html);
    }
}
