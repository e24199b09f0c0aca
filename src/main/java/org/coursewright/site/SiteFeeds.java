package org.coursewright.site;

import java.util.List;
import java.util.stream.Collectors;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.springframework.web.util.HtmlUtils;

/// What programs read of a school: `sitemap.xml`, `robots.txt`, the blog as an Atom feed.
final class SiteFeeds {

    private final School school;
    private final Settings settings;

    SiteFeeds(School school, Settings settings) {
        this.school = school;
        this.settings = settings;
    }

    String sitemap(List<PageDraft> drafts) {
        return drafts.stream()
                .filter(PageDraft::listed)
                .map(draft -> "<url><loc>" + escaped(address(draft.path())) + "</loc></url>\n")
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        """, "</urlset>\n"));
    }

    String robots() {
        return """
                User-agent: *
                Disallow: /learn
                Disallow: /sign-in
                Disallow: /session
                Disallow: /exams/*/attempts
                Sitemap: %s
                """.formatted(address("/sitemap.xml"));
    }

    /// @param posts drafts of posts, the newest first
    String atom(String title, List<PageDraft> posts) {
        var updated = posts.isEmpty() ? "1970-01-01" : String.valueOf(posts.getFirst().data().get("date"));
        var head = """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                <id>%1$s</id><title>%2$s</title><updated>%3$sT00:00:00Z</updated>
                <link href="%1$s"/><link rel="self" href="%4$s"/><author><name>%5$s</name></author>
                """.formatted(escaped(address("/blog")), escaped(title), escaped(updated),
                escaped(address("/blog/feed.xml")), escaped(school.name()));
        return posts.stream().map(this::entry).collect(Collectors.joining("", head, "</feed>\n"));
    }

    private String entry(PageDraft post) {
        return """
                <entry><id>%1$s</id><title>%2$s</title><updated>%3$sT00:00:00Z</updated><link href="%1$s"/>
                <summary>%4$s</summary><content type="html">%5$s</content></entry>
                """.formatted(escaped(address(post.path())), escaped(post.title()),
                escaped(String.valueOf(post.data().get("date"))), escaped(post.description()),
                escaped(String.valueOf(post.late().get().get("body"))));
    }

    private String address(String path) {
        return settings.schoolUrl(school.slug().value(), path);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
