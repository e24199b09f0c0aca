package org.coursewright.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.school.School;

/// What all pages of a school show: its name, its menu, its footer.
final class SchoolFrame {

    private final School school;
    private final RevisionContent content;
    private final SiteWords words;
    private final Optional<Version> site;

    SchoolFrame(School school, RevisionContent content, SiteWords words) {
        this.school = school;
        this.content = content;
        this.words = words;
        this.site = content.ofKind("site").stream().findFirst();
    }

    String name() {
        return site.map(version -> Front.text(version, "name")).filter(name -> !name.isEmpty()).orElse(school.name());
    }

    String tagline() {
        return site.map(version -> Front.text(version, "tagline")).orElse("");
    }

    String language() {
        return site.map(version -> Front.text(version, "language"))
                .filter(language -> language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}"))
                .orElse(school.language());
    }

    List<Map<String, Object>> authors() {
        var authors = new ArrayList<Map<String, Object>>();
        site.ifPresent(version -> Front.records(version.front(), "authors").forEach(record -> {
            var author = new TreeMap<String, Object>(record);
            author.put("picture", Front.file(version, String.valueOf(record.getOrDefault("picture", ""))));
            var name = String.valueOf(record.getOrDefault("name", ""));
            author.put("initial", name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)));
            authors.add(author);
        }));
        return authors;
    }

    /// @param path of the page, whose entry is marked
    Map<String, Object> data(String path) {
        var frame = new TreeMap<String, Object>();
        frame.put("name", name());
        frame.put("tagline", tagline());
        frame.put("logo", site.map(version -> Front.file(version, Front.text(version, "logo"))).orElse(""));
        frame.put("contact", site.map(version -> Front.text(version, "contact")).orElse(""));
        frame.put("menu", menu(path));
        frame.put("footer", pages().stream().map(page -> entry(page.title(), "/pages/" + page.slug(), path)).toList());
        site.map(version -> version.front().get("seller")).ifPresent(seller -> {
            var lines = new TreeMap<String, Object>();
            seller.forEachEntry((key, value) -> lines.put(key, value.asString("")));
            frame.put("seller", lines);
        });
        return frame;
    }

    private List<Map<String, Object>> menu(String path) {
        var menu = new ArrayList<Map<String, Object>>();
        if (!content.ofKind("course").isEmpty()) menu.add(entry(words.say("courses"), "/courses", path));
        if (!content.ofKind("post").isEmpty()) menu.add(entry(words.say("blog"), "/blog", path));
        pages().stream()
                .filter(page -> page.front().has("menu"))
                .sorted(Comparator.comparingInt(page -> Front.number(page, "menu", 99)))
                .forEach(page -> menu.add(entry(page.title(), "/pages/" + page.slug(), path)));
        return menu;
    }

    private List<Version> pages() {
        return content.ofKind("page");
    }

    private static Map<String, Object> entry(String title, String url, String path) {
        var current = path.equals(url) ? "page" : path.startsWith(url + "/") ? "true" : "";
        return Map.of("title", title, "url", url, "current", current);
    }

}
