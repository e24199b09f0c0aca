package org.coursewright.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> faults = new ArrayList<>();

    @Test
    void partsSeeMapsListsAndTextsAndNothingBehindThem() {
        var data = Map.<String, Object>of("title", "Git", "items", List.of("one", "two"), "at", Map.of("url", "/x"));
        assertThat(own("{{title}} {{#items}}{{this}},{{/items}} {{at.url}}", data)).isEqualTo("Git one,two, /x");
        assertThat(own("[{{class.classLoader}}{{title.bytes}}{{title.length}}{{getClass}}{{items.size}}]", data))
                .isEqualTo("[]");
    }

    @Test
    void whatAuthorsWriteIsEscapedUnlessThePartAsksForHtml() {
        assertThat(own("<p>{{title}}</p>", Map.of("title", "<b>1 & 2</b>"))).contains("&lt;b&gt;1 &amp; 2&lt;/b&gt;");
    }

    @Test
    void scriptsAndHandlersOfASchoolsOwnPartAreGone() {
        var html = own("<div data-part=\"hero\" class=\"x\" onclick=\"evil()\">{{{title}}}</div>"
                + "<script>evil()</script><a href=\"javascript:evil()\">x</a><img src=\"https://evil.example/x.png\">"
                + "<cw-player src=\"/media/public/x/master.m3u8\" label=\"L\"></cw-player><style>x</style>",
                Map.of("title", "<iframe src=x></iframe><b onmouseover=evil()>bold</b>"));
        assertThat(html).contains("data-part=\"hero\"", "<b>bold</b>", "<cw-player src=\"/media/public/x/master.m3u8\"")
                .doesNotContain("evil", "<script", "<style", "<iframe");
    }

    @Test
    void anOwnPartTakesThePlaceOfTheCores() {
        var parts = new Parts(Map.of("footer", "<footer>Mine</footer>"));
        assertThat(render(parts, "page-404", Map.of("school", Map.of("name", "Ada"))))
                .contains("<footer>Mine</footer>", "Ada");
    }

    @Test
    void aPartThatNeverEndsOrFillsTheDiskLeavesThePageToTheCore() {
        var many = Collections.nCopies(400, Map.of("x", "y"));
        var endless = new Parts(Map.of("footer",
                "{{#many}}{{#many}}{{#many}}{{#many}}{{/many}}{{/many}}{{/many}}{{/many}}"));
        assertThat(render(endless, "page-404", Map.of("many", many))).contains("site-footer");
        var huge = new Parts(Map.of("footer", "{{#many}}{{#many}}0123456789{{/many}}{{/many}}"));
        assertThat(render(huge, "page-404", Map.of("many", many))).contains("site-footer");
        assertThat(faults).hasSize(2);
    }

    @Test
    void partsThatIncludeThemselvesOrAreNoMustacheAreNotUsed() {
        var parts = new OwnParts(Map.of(
                "hero", "{{> quotes}}", "quotes", "{{> hero}}", "faq", "{{#open}}", "footer", "fine"));
        assertThat(parts.usable().keySet()).containsExactly("footer");
        assertThat(parts.fault("hero").orElseThrow()).contains("includes itself");
        assertThat(parts.fault("faq").orElseThrow()).contains("no Mustache");
    }

    @Test
    void styleSheetsFetchNothingFromElsewhere() {
        assertThat(ThemeCss.faults("@layer x { .a { color: oklch(.5 .1 20); background: url(assets/a.png) } }"))
                .isEmpty();
        assertThat(ThemeCss.faults("@import 'https://evil.example/x.css';")).isNotEmpty();
        assertThat(ThemeCss.faults(".a { background: url(https://evil.example/x.png) }")).isNotEmpty();
        assertThat(ThemeCss.faults(".a { background: url(assets/../../x) }")).isNotEmpty();
        assertThat(ThemeCss.faults(".a { color: ")).isNotEmpty();
    }

    @Test
    void tokensThatAreNoneAreLeftOut() {
        assertThat(ThemeTokens
                .css(Map.of("brand-h", "150", "brand-c", ".2", "radius", "0", "font-body", "Georgia, serif")))
                .contains("--brand-h:150;", "--brand-c:.2;", "--radius:0;", "--font-body:Georgia, serif;");
        assertThat(ThemeTokens.css(Map.of("brand-h", "1;}body{display:none", "brand-c", "9", "nonsense", "1")))
                .isEmpty();
    }

    private String own(String text, Map<String, Object> data) {
        return render(new Parts(Map.of("mine", text)), "mine", data);
    }

    private String render(Parts parts, String part, Map<String, Object> data) {
        return parts.render(part, data, faults::add);
    }
}
