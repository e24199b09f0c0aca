package org.coursewright.site;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// What pages may contain that a school's own parts helped to make: the elements of our parts, nothing that runs.
final class SiteHtml {

    private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9_-]{1,60}");
    private static final Pattern PLACE = Pattern.compile("/(?!/)[^\\s\"'<>]*|#[\\w-]*|");
    private static final Pattern PICTURE = Pattern.compile("/(?:assets|files/public|media)/[^\\s\"'<>]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private static final Pattern SECOND = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "header", "footer", "main", "nav", "section", "article", "aside", "div", "span", "p", "br", "hr",
                    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "cite", "q",
                    "pre", "code", "kbd", "samp", "var", "em", "strong", "b", "i", "u", "s", "del", "ins", "mark",
                    "small", "sub", "sup", "abbr", "time", "address", "figure", "figcaption", "a", "img", "table",
                    "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "details", "summary", "button", "input",
                    "svg", "use", "progress", "video", "track", "cw-player", "cw-transcript", "cw-code-copy")
            .allowWithoutAttributes("span", "a", "button", "input", "img", "use", "video", "track")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href").onElements("a")
            .allowAttributes("href").matching(Pattern.compile("/assets/[A-Za-z0-9._-]+#[a-z]+")).onElements("use")
            .allowAttributes("src", "poster").matching(PICTURE).onElements("img", "video", "track", "cw-player")
            .allowAttributes("data-thumbnails").matching(PICTURE).onElements("cw-player")
            .allowAttributes("src").matching(PLACE).onElements("cw-transcript")
            .allowAttributes("data-next-url", "data-progress-url").matching(PLACE).onElements("cw-player")
            .allowAttributes("data-next-title", "label").onElements("cw-player", "track")
            .allowAttributes("data-second").matching(SECOND).onElements("a")
            .allowAttributes("data-title").onElements("a")
            .allowAttributes("start").matching(NUMBER).onElements("cw-player", "ol")
            .allowAttributes("kind", "srclang").matching(WORD).onElements("track")
            .allowAttributes("controls", "playsinline", "preload", "default").matching(Pattern.compile("[a-z]*"))
            .onElements("video", "track")
            .allowAttributes("class", "id", "title", "lang", "dir", "role", "alt").globally()
            .allowAttributes(
                    "aria-label", "aria-labelledby", "aria-current", "aria-hidden", "aria-describedby", "data-part",
                    "data-session", "data-course-action", "data-language", "tabindex", "datetime", "rel", "hreflang")
            .globally()
            .allowAttributes("value", "max").matching(NUMBER).onElements("progress")
            .allowAttributes("width", "height", "colspan", "rowspan").matching(NUMBER).globally()
            .allowAttributes("align").matching(Pattern.compile("left|center|right")).onElements("th", "td")
            .allowAttributes("loading", "decoding", "fetchpriority").matching(WORD).onElements("img")
            .allowAttributes("open", "name").onElements("details")
            .allowAttributes("type").matching(Pattern.compile("button|checkbox")).onElements("button", "input")
            .allowAttributes("checked", "disabled").onElements("input")
            .allowAttributes("viewbox").onElements("svg")
            .toFactory();

    private SiteHtml() {}

    static String sanitised(String html) {
        return POLICY.sanitize(html);
    }
}
