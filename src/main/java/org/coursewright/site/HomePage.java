package org.coursewright.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import tools.jackson.databind.JsonNode;

/// The home page: the sections that `pages/home.yaml` names, else a good default.
final class HomePage {

    private static final int MOST_POSTS = 3;

    private final RevisionContent content;
    private final SchoolFrame frame;
    private final CoursePages courses;
    private final SiteExams exams;
    private final TextPages texts;
    private final SiteWords words;

    HomePage(
            RevisionContent content, SchoolFrame frame, CoursePages courses, SiteExams exams, TextPages texts,
            SiteWords words) {
        this.content = content;
        this.frame = frame;
        this.courses = courses;
        this.exams = exams;
        this.texts = texts;
        this.words = words;
    }

    PageDraft draft() {
        var home = content.ofKind("home").stream().findFirst();
        var written = home.map(version -> Front.list(version.front(), "sections")).orElse(List.of());
        var sections = new ArrayList<Map<String, Object>>();
        for (var section : written)
            section(home.orElseThrow(), section).ifPresent(sections::add);
        if (sections.isEmpty()) sections.addAll(usual());
        return PageDraft.of("/", frame.name(), frame.tagline(), "page-home", Map.of("sections", sections));
    }

    private List<Map<String, Object>> usual() {
        var sections = new ArrayList<Map<String, Object>>();
        sections.add(Map.of("hero", hero(new HashMap<>())));
        if (!content.ofKind("course").isEmpty())
            sections.add(Map.of("courses", Map.of("title", words.say("courses"), "items", cards(List.of()))));
        if (!exams.cards().isEmpty())
            sections.add(Map.of("exams", Map.of("title", words.say("exams"), "items", exams.cards())));
        if (!frame.authors().isEmpty())
            sections.add(Map.of("author", Map.of("title", words.say("author"), "items", frame.authors())));
        if (!texts.posts().isEmpty())
            sections.add(Map.of("blog", Map.of("title", words.say("blog"), "items", posts())));
        return sections;
    }

    private Optional<Map<String, Object>> section(Version home, JsonNode written) {
        var section = new HashMap<String, Object>();
        for (var key : List.of("title", "text", "pill", "action", "link"))
            if (written.has(key)) section.put(key, Front.text(written, key));
        var image = Front.text(written, "image");
        if (!image.isEmpty()) section.put("image", Front.file(home, image));
        var kind = Front.text(written, "kind");
        switch (kind) {
            case "hero" -> hero(section);
            case "courses" -> {
                section.putIfAbsent("title", words.say("courses"));
                section.put("items", cards(Front.list(written, "courses")));
            }
            case "exams" -> {
                if (exams.cards().isEmpty()) return Optional.empty();
                section.putIfAbsent("title", words.say("exams"));
                section.put("items", exams.cards());
            }
            case "author" -> {
                section.putIfAbsent("title", words.say("author"));
                section.put("items", frame.authors());
            }
            case "faq" -> {
                section.putIfAbsent("title", words.say("faq"));
                section.put("items", Front.records(written, "faq"));
            }
            case "proof" -> section.put("items", Front.records(written, "quotes"));
            case "blog" -> {
                section.putIfAbsent("title", words.say("blog"));
                section.put("items", posts());
            }
            case "text" -> {
                // its texts are all there is
            }
            default -> {
                return Optional.empty(); // written by a newer program
            }
        }
        return Optional.of(Map.of(kind, section));
    }

    /// One action: the free lesson, else the courses; a school without a course is about to open.
    private Map<String, Object> hero(Map<String, Object> section) {
        section.putIfAbsent("title", frame.name());
        section.putIfAbsent("text", frame.tagline());
        var all = content.ofKind("course");
        if (all.isEmpty()) {
            section.put("soon", true);
            return section;
        }
        section.putIfAbsent("link", all.size() == 1 ? Addresses.course(all.getFirst()) : "/courses");
        section.putIfAbsent("action", words.say(all.size() == 1 ? "see-course" : "see-courses"));
        return section;
    }

    private List<Map<String, Object>> cards(List<JsonNode> chosen) {
        var slugs = chosen.stream().map(one -> one.asString("")).toList();
        return content.ofKind("course").stream()
                .filter(course -> slugs.isEmpty() || slugs.contains(course.slug().value()))
                .map(courses::card)
                .toList();
    }

    private List<Map<String, Object>> posts() {
        return texts.posts().stream().limit(MOST_POSTS).map(texts::teaser).toList();
    }
}
