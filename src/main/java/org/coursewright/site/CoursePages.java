package org.coursewright.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coursewright.content.Markdown;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;

/// A course's sales page and its lessons: free ones whole, the others by title only.
final class CoursePages {

    /// Their text may be shown; that of the others holds answers.
    private static final Set<String> READABLE = Set.of("article", "video", "download", "lab");
    private static final Map<String, String> ICONS = Map.of(
            "article", "text", "video", "play", "quiz", "quiz", "exam", "quiz", "cards", "cards", "download", "file",
            "lab", "lab");
    private static final int COVERS = 6;

    private final RevisionContent content;
    private final SiteVideos videos;
    private final Addresses addresses;
    private final SiteWords words;
    private final boolean everything;

    /// @param everything whether lessons that are not free are shown as well, as in a preview
    CoursePages(
            RevisionContent content, SiteVideos videos, Addresses addresses, SiteWords words, boolean everything) {
        this.content = content;
        this.videos = videos;
        this.addresses = addresses;
        this.words = words;
        this.everything = everything;
    }

    List<PageDraft> drafts() {
        var drafts = new ArrayList<PageDraft>();
        for (var course : content.ofKind("course")) {
            drafts.add(sales(course));
            var lessons = content.members(course);
            for (int at = 0; at < lessons.size(); at++)
                drafts.add(lesson(course, lessons, at));
        }
        return drafts;
    }

    /// A card of the course, for lists.
    Map<String, Object> card(Version course) {
        var card = new HashMap<String, Object>();
        var lessons = content.members(course);
        card.put("title", course.title());
        card.put("url", Addresses.course(course));
        card.put("summary", Front.text(course, "summary"));
        card.put("level", Front.text(course, "level"));
        card.put("lessons", words.lessons(lessons.size()));
        card.put("duration", words.duration(lessons.stream().mapToInt(videos::minutes).sum()));
        card.put("price", isFree(course) ? words.say("free") : "");
        card.put("image", Front.file(course, Front.text(course, "image")));
        card.put("cover", cover(course));
        return card;
    }

    /// A drawn cover for what has no picture.
    static String cover(Version thing) {
        return "cover-" + (1 + Math.floorMod(thing.slug().value().hashCode(), COVERS));
    }

    private PageDraft sales(Version course) {
        var data = new HashMap<>(card(course));
        data.put("outcomes", Front.texts(course, "outcomes"));
        data.put("authors", String.join(", ", Front.texts(course, "authors")));
        data.put("faq", Front.records(course.front(), "faq"));
        data.put("testimonials", Front.records(course.front(), "testimonials"));
        data.put("player", course.front().has("trailer") ? videos.player(course, course.title()) : Map.of());
        data.put("sections", sections(course));
        data.put("action", action(course));
        content.members(course).stream().filter(this::isOpen).findFirst().ifPresent(
                first -> data.put("first", Map.of("title", first.title(), "url", Addresses.lesson(course, first))));
        var summary = Front.text(course, "summary");
        return PageDraft.of(Addresses.course(course), course.title(), summary, "page-course", data)
                .describedBy(JsonLd.course(course, summary));
    }

    private List<Map<String, Object>> sections(Version course) {
        var sections = new ArrayList<Map<String, Object>>();
        for (var section : course.members()) {
            var lessons = content.members(section);
            sections.add(Map.of(
                    "title", section.title(),
                    "open", sections.size() < 2 || course.members().size() < 5,
                    "lessons", words.lessons(lessons.size()),
                    "duration", words.duration(lessons.stream().mapToInt(videos::minutes).sum()),
                    "items", lessons.stream().map(lesson -> line(course, lesson)).toList()));
        }
        return sections;
    }

    private Map<String, Object> line(Version course, Version lesson) {
        var kind = Front.text(lesson, "kind");
        var line = new HashMap<String, Object>();
        line.put("title", lesson.title());
        line.put("url", Addresses.lesson(course, lesson));
        line.put("icon", ICONS.getOrDefault(kind, "text"));
        line.put("kind", words.say("kind." + (ICONS.containsKey(kind) ? kind : "article")));
        line.put("minutes", words.duration(videos.minutes(lesson)));
        line.put("free", Front.is(lesson, "free") && isOpen(lesson));
        return line;
    }

    private PageDraft lesson(Version course, List<Version> lessons, int at) {
        var lesson = lessons.get(at);
        var data = new HashMap<>(line(course, lesson));
        data.put("course", Map.of("title", course.title(), "url", Addresses.course(course)));
        data.put("action", action(course));
        data.put("learn", "/learn/" + course.slug() + "/" + lesson.slug());
        if (at > 0) data.put("previous", neighbour(course, lessons.get(at - 1)));
        if (at + 1 < lessons.size()) data.put("next", neighbour(course, lessons.get(at + 1)));
        data.put("position", words.say("position", at + 1, lessons.size()));
        var summary = Front.text(lesson, "summary");
        data.put("summary", summary);
        var path = Addresses.lesson(course, lesson);
        if (!isOpen(lesson)) return PageDraft.of(path, title(course, lesson), summary, "page-locked", data);
        var player = new HashMap<>(videos.player(lesson, lesson.title()));
        if (at + 1 < lessons.size() && !player.isEmpty()) {
            player.put("next-url", Addresses.lesson(course, lessons.get(at + 1)));
            player.put("next-title", lessons.get(at + 1).title());
        }
        data.put("player", player);
        data.put("chapters", player.getOrDefault("chapters", List.of()));
        data.put("files", downloads(lesson));
        return PageDraft.of(path, title(course, lesson), summary, "page-lesson", data)
                .later(articleKey(lesson), () -> Map.of("body", article(lesson)));
    }

    private static String title(Version course, Version lesson) {
        return lesson.title() + " - " + course.title();
    }

    private static Map<String, Object> neighbour(Version course, Version lesson) {
        return Map.of("title", lesson.title(), "url", Addresses.lesson(course, lesson));
    }

    private List<Map<String, Object>> downloads(Version lesson) {
        var downloads = new ArrayList<Map<String, Object>>();
        for (var path : Front.texts(lesson, "files")) {
            var address = Front.file(lesson, path);
            if (!address.isEmpty())
                downloads.add(Map.of("name", path.substring(path.lastIndexOf('/') + 1), "url", address));
        }
        return downloads;
    }

    private Map<String, Object> action(Version course) {
        return Map.of(
                "text", words.say(isFree(course) ? "start-free" : "enrol"),
                "url", everything ? Addresses.course(course) : "/learn/" + course.slug(),
                "course", course.slug().value());
    }

    private static boolean isFree(Version course) {
        return !Front.text(course, "access").equals("offers");
    }

    private boolean isOpen(Version lesson) {
        return (everything || Front.is(lesson, "free")) && READABLE.contains(Front.text(lesson, "kind"));
    }

    String article(Version text) {
        return Markdown.html(text.body(), target -> addresses.resolve(text, target));
    }

    /// Changes when the text does, or when what it links to has moved.
    String articleKey(Version text) {
        var places = new TreeMap<String, String>();
        text.references().forEach((written, _) -> places.put(written, addresses.resolve(text, written)));
        return Markdown.RENDERER_VERSION + " " + text.hash() + " " + places;
    }
}
