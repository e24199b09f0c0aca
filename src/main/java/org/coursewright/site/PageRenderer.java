package org.coursewright.site;

import gg.jte.TemplateOutput;
import gg.jte.generated.precompiled.Templates;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.coursewright.platform.Assets;
import org.coursewright.platform.Hash;
import org.coursewright.platform.IslandTexts;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns a draft into a whole document.
@Component
class PageRenderer {

    /// Raise it when the same draft renders differently for a reason that [#stamp] does not see.
    private static final int VERSION = 1;

    private static final Logger log = LoggerFactory.getLogger(PageRenderer.class);

    private final Templates templates;
    private final Assets assets;
    private final Settings settings;

    PageRenderer(Templates templates, Assets assets, Settings settings) {
        this.templates = templates;
        this.assets = assets;
        this.settings = settings;
    }

    /// Changes when this program renders otherwise than the one before it: its parts, styles or scripts are new.
    Hash stamp() {
        return Hash.of(VERSION + assets.url("site.css") + assets.url("site.js") + assets.url("icons.svg")
                + CoreParts.hash() + settings.url() + SitePolicy.SCHEME_SCRIPT);
    }

    /// @param themeAddress of the school's style sheet, null where it has none
    /// @param ribbon of a preview, null on live pages
    String render(
            School school, PageDraft draft, Theme theme, @Nullable String themeAddress, @Nullable String ribbon) {
        var data = draft.wholeData();
        var body = theme.parts().render(draft.part(), data,
                why -> log.warn("School {}: its part for {} {}; the default stands in", school.slug(), draft.path(),
                        why));
        var page = new PublicPage(
                assets,
                school.language(),
                title(draft, data),
                draft.description(),
                settings.schoolUrl(school.slug().value(), draft.path()),
                draft.listed() && ribbon == null,
                themeAddress,
                draft.path().startsWith("/blog") ? "/blog/feed.xml" : null,
                structured(school, draft),
                ribbon,
                IslandTexts.json(Messages.in(java.util.Locale.forLanguageTag(school.language())), "player.",
                        "transcript."),
                body);
        var output = new StringOutput();
        templates.siteFrame(page).render((TemplateOutput) output);
        return output.toString();
    }

    private static String title(PageDraft draft, Map<String, Object> data) {
        var school = String.valueOf(((Map<?, ?>) data.getOrDefault("school", Map.of())).get("name"));
        return draft.path().equals("/") ? draft.title() : draft.title() + " · " + school;
    }

    private @Nullable String structured(School school, PageDraft draft) {
        if (draft.structured().isEmpty()) return null;
        var whole = new java.util.TreeMap<>(draft.structured());
        whole.put("url", settings.schoolUrl(school.slug().value(), draft.path()));
        whole.put("provider", Map.of("@type", "Organization", "name", school.name(), "url",
                settings.schoolUrl(school.slug().value(), "/")));
        return JsonMapper.shared().writeValueAsString(whole).replace("<", "\\u003c");
    }
}
