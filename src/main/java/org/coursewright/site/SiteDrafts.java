package org.coursewright.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.coursewright.content.RevisionContent;
import org.coursewright.platform.Assets;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.coursewright.video.Playback;
import org.coursewright.video.VideoFiles;
import org.coursewright.video.Videos;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// All public pages of a school, as drafts.
@Component
class SiteDrafts {

    private final Videos videos;
    private final Assets assets;

    SiteDrafts(Videos videos, Assets assets) {
        this.videos = videos;
        this.assets = assets;
    }

    /// @param everything whether lessons that are not free are shown whole: in a preview
    /// @param playbacks gives the addresses of a video that a page shows
    List<PageDraft> of(
            School school, RevisionContent content, boolean everything, Function<VideoFiles, Playback> playbacks) {
        var words = new SiteWords(Messages.in(Locale.forLanguageTag(school.language())));
        var frame = new SchoolFrame(school, content, words);
        var shown = new SiteVideos(school, content, videos, playbacks);
        var courses = new CoursePages(content, shown, new Addresses(content), words, everything);
        var locale = Locale.forLanguageTag(frame.language());
        var exams = new SiteExams(content, words, locale, everything);
        var texts = new TextPages(content, courses, words, locale);
        var drafts = new ArrayList<PageDraft>();
        drafts.add(new HomePage(content, frame, courses, exams, texts, words).draft());
        if (!content.ofKind("course").isEmpty())
            drafts.add(PageDraft.of("/courses", words.say("courses"), frame.tagline(), "page-courses",
                    Map.of("courses", content.ofKind("course").stream().map(courses::card).toList())));
        drafts.addAll(courses.drafts());
        drafts.addAll(exams.drafts());
        drafts.addAll(texts.drafts());
        drafts.add(PageDraft.of("/404", words.say("not-found"), "", "page-404", Map.of()).unlisted());
        var common = Map.of("t", words.all(), "icons", assets.url("icons.svg"), "preview", everything);
        var key = Hash.of(JsonMapper.shared().writeValueAsString(List.of(common, frame.data(""))));
        return drafts.stream().map(draft -> framed(draft, key, common, frame)).toList();
    }

    /// Adds what every part may use: the school, texts, icons. The same for all pages, so its key is made once.
    private static PageDraft framed(PageDraft draft, Hash key, Map<String, Object> common, SchoolFrame frame) {
        return draft.later(key + " " + draft.lateKey(), () -> {
            var whole = new HashMap<>(common);
            whole.put("school", frame.data(draft.path()));
            whole.putAll(draft.late().get());
            return whole;
        });
    }
}
