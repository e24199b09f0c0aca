package org.coursewright.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;

/// Free pages and the blog.
final class TextPages {

    private final RevisionContent content;
    private final CoursePages articles;
    private final SiteWords words;
    private final DateTimeFormatter dates;

    TextPages(RevisionContent content, CoursePages articles, SiteWords words, Locale locale) {
        this.content = content;
        this.articles = articles;
        this.words = words;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    List<PageDraft> drafts() {
        var drafts = new ArrayList<PageDraft>();
        for (var page : content.ofKind("page"))
            drafts.add(text(page, "/pages/" + page.slug(), "page-text", Map.of("title", page.title())));
        var posts = posts();
        for (var post : posts)
            drafts.add(text(post, "/blog/" + post.slug(), "page-post", teaser(post)));
        if (!posts.isEmpty())
            drafts.add(PageDraft.of("/blog", words.say("blog"), "", "page-blog",
                    Map.of("posts", posts.stream().map(this::teaser).toList())));
        return drafts;
    }

    /// The newest first.
    List<Version> posts() {
        return content.ofKind("post").stream()
                .sorted(Comparator.comparing((Version post) -> Front.text(post, "date")).reversed())
                .toList();
    }

    /// A post in a list.
    Map<String, Object> teaser(Version post) {
        var teaser = new HashMap<String, Object>();
        teaser.put("title", post.title());
        teaser.put("url", "/blog/" + post.slug());
        teaser.put("summary", Front.text(post, "summary"));
        teaser.put("date", Front.text(post, "date"));
        teaser.put("day", day(Front.text(post, "date")));
        teaser.put("authors", String.join(", ", Front.texts(post, "authors")));
        return teaser;
    }

    private PageDraft text(Version text, String path, String part, Map<String, Object> data) {
        return PageDraft.of(path, text.title(), Front.text(text, "summary"), part, data)
                .later(articles.articleKey(text), () -> Map.of("body", articles.article(text)));
    }

    private String day(String date) {
        try {
            return dates.format(LocalDate.parse(date));
        } catch (DateTimeParseException notADay) {
            return date;
        }
    }
}
