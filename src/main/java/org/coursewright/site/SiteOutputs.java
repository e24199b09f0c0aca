package org.coursewright.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coursewright.content.RevisionContent;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.coursewright.video.PlaybackTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything of a public site: pages, style sheets, feeds. Nothing is rendered before it is asked for.
@Component
class SiteOutputs {

    private final SiteDrafts drafts;
    private final Themes themes;
    private final PageRenderer renderer;
    private final PlaybackTokens tokens;
    private final Settings settings;

    SiteOutputs(
            SiteDrafts drafts, Themes themes, PageRenderer renderer, PlaybackTokens tokens, Settings settings) {
        this.drafts = drafts;
        this.themes = themes;
        this.renderer = renderer;
        this.tokens = tokens;
        this.settings = settings;
    }

    List<SiteOutput> of(School school, RevisionContent content, Showing showing) {
        var theme = themes.of(school, content);
        var pages = drafts.of(school, content, showing.everything(),
                files -> showing.playback(school, files, tokens));
        var stylesheet = theme.stylesheet();
        var address = stylesheet.isEmpty() ? null : "/theme/" + Hash.of(stylesheet).hex().substring(0, 16) + ".css";
        var base = String.join("\n", renderer.stamp().hex(), theme.hash().hex(), String.valueOf(address), school.name(),
                school.language());
        var outputs = new ArrayList<SiteOutput>();
        for (var page : pages)
            outputs.add(page(school, page, base, theme, address, showing));
        if (address != null) outputs.add(text(address, SiteOutput.CSS, stylesheet));
        outputs.add(text("/theme/tokens.css", SiteOutput.CSS, theme.tokens()));
        var feeds = new SiteFeeds(school, settings);
        outputs.add(text("/sitemap.xml", "application/xml; charset=utf-8", feeds.sitemap(pages)));
        outputs.add(text("/robots.txt", "text/plain; charset=utf-8", feeds.robots()));
        var posts = pages.stream()
                .filter(page -> page.part().equals("page-post"))
                .sorted((one, other) -> String.valueOf(other.data().get("date"))
                        .compareTo(String.valueOf(one.data().get("date"))))
                .toList();
        if (!posts.isEmpty()) outputs.add(feed(school, feeds, posts));
        return outputs;
    }

    private SiteOutput page(
            School school, PageDraft page, String base, Theme theme, @Nullable String themeAddress,
            Showing showing) {
        var ribbon = showing instanceof Showing.Preview preview ? preview.ribbon() : null;
        return new SiteOutput(page.path(), SiteOutput.HTML, Hash.of(base + "\n" + page.input()),
                () -> renderer.render(school, page, theme, themeAddress, ribbon));
    }

    private static SiteOutput feed(School school, SiteFeeds feeds, List<PageDraft> posts) {
        var title = Messages.in(Locale.forLanguageTag(school.language())).get("site.feed", school.name());
        var input = posts.stream().map(PageDraft::input).collect(Collectors.joining("\n", title, ""));
        return new SiteOutput("/blog/feed.xml", "application/atom+xml; charset=utf-8", Hash.of(input),
                () -> feeds.atom(title, posts));
    }

    private static SiteOutput text(String path, String mediaType, String text) {
        return new SiteOutput(path, mediaType, Hash.of(mediaType + text), () -> text);
    }
}
