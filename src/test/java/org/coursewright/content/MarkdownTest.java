package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void alertsTablesTasksAndFootnotesAreShown() {
        assertThat(html("> [!WARNING]\n> Mind the gap")).contains("class=\"alert alert-warning\"")
                .contains("Mind the gap");
        assertThat(html("> Just said")).contains("<blockquote>").doesNotContain("alert");
        assertThat(html("| a | b |\n|---|--:|\n| 1 | 2 |")).contains("<table>").contains("align=\"right\"");
        assertThat(html("- [x] done\n- [ ] open")).contains("type=\"checkbox\"").contains("checked")
                .contains("aria-label=\"done\"");
        assertThat(html("text[^1]\n\n[^1]: note")).contains("footnote");
        assertThat(html("## A part")).contains("id=\"a-part\"");
    }

    @Test
    void onATerminalTheCommandsStandOutAndTheirAnswersAreLeftAlone() {
        assertThat(html("```console\n$ cw push \\\n  --wait # all\nRevision 3 in one\n```"))
                .contains("<span class=\"tok-prompt\">$ </span><span class=\"tok-command\">cw push \\</span>\n"
                        + "<span class=\"tok-command\">  --wait</span><span class=\"tok-comment\"> # all</span>\n"
                        + "Revision 3 in one\n");
    }

    @Test
    void keysTextsAndNumbersOfYamlHaveTheirColours() {
        assertThat(html("```yaml\n- id: a # b\n  note: Ada's 3, it's \"<b>\"\n  of: { n: 4, on: true }\n```"))
                .contains("- <span class=\"tok-attribute\">id</span>: a <span class=\"tok-comment\"># b</span>\n")
                .contains("Ada&#39;s 3, it&#39;s <span class=\"tok-string\">&#34;&lt;b&gt;&#34;</span>\n")
                .contains("{ <span class=\"tok-attribute\">n</span>: <span class=\"tok-number\">4</span>, ")
                .contains("<span class=\"tok-number\">true</span> }");
    }

    @Test
    void codeIsColouredByLanguageAndPlainWhereItIsNotKnown() {
        assertThat(html("```java\nvar x = \"a<b\"; // c\n```"))
                .contains("<span class=\"tok-comment\">// c</span>")
                .contains("a&lt;b");
        assertThat(html("```bash\nif true; then echo hi; fi\n```")).contains("tok-keyword");
        assertThat(html("```diff\n+new\n-old\n```")).contains("tok-added").contains("tok-removed");
        assertThat(html("```nonsense\na <b>\n```")).contains("a &lt;b&gt;").doesNotContain("tok-");
    }

    @Test
    void languagesWithoutAGrammarAreColouredByTheirWords() {
        assertThat(html("```terraform\nresource \"x\" \"y\" { n = 3 } # c\n```"))
                .contains("<span class=\"tok-keyword\">resource</span>")
                .contains("<span class=\"tok-number\">3</span>")
                .contains("<span class=\"tok-comment\"># c</span>");
        assertThat(html("```toml\na = \"<b>\"\n```")).contains("tok-string").doesNotContain("<b>");
    }

    @Test
    void aLineEndInCodeIsKept() {
        assertThat(html("```python\na = 1\n\nb = 2\n```")).contains("\n\n");
    }

    @Test
    void nothingThatRunsOrReachesOutGetsThrough() {
        var hostile = """
                <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>
                <iframe src="https://evil.example"></iframe><style>*{}</style><svg onload=alert(1)></svg>

                [x](javascript:alert(1)) ![x](data:text/html;base64,AAAA)
                <div style="position:fixed" onclick="x()">t</div><form action=/x><input type=text name=p></form>
                """;
        assertThat(html(hostile))
                .doesNotContain("<script")
                .doesNotContain("onerror")
                .doesNotContain("javascript:")
                .doesNotContain("<iframe")
                .doesNotContain("<style")
                .doesNotContain("<svg")
                .doesNotContain("data:text")
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("<form")
                .doesNotContain("type=\"text\"");
    }

    @Test
    void targetsAreTurnedIntoWhatThePageShallHave() {
        var html = Markdown.html("[a](b.md) ![i](x.png)", target -> "content:7/" + target);
        assertThat(html).contains("href=\"content:7/b.md\"").contains("src=\"content:7/x.png\"");
    }

    @Test
    void deepNestingIsShownAndNeverAFailure() {
        assertThat(html("> ".repeat(5_000) + "deep")).contains("deep");
        assertThat(html("<".repeat(100_000))).startsWith("<pre>").contains("&lt;&lt;");
        assertThat(html("*".repeat(20_000))).isNotEmpty();
        assertThat(html("[".repeat(20_000))).isNotEmpty();
    }

    private static String html(String markdown) {
        return Markdown.html(markdown, target -> target);
    }
}
