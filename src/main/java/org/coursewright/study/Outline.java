package org.coursewright.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lessons of a course in their order; the same for everybody, so it is kept in memory.
///
/// @param versionId of the course: a new version is another outline
public record Outline(long courseId, long versionId, String slug, String title, List<Entry> lessons) {

    /// @param minutes how long it takes, at least 1
    public record Entry(
            long id, String slug, String title, String kind, String section, int sectionPosition, int minutes,
            boolean free) {}

    /// Lessons under a common title.
    public record Section(String title, List<Entry> lessons) {}

    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        int current = -1;
        for (var lesson : lessons) {
            if (lesson.sectionPosition() != current) sections.add(new Section(lesson.section(), new ArrayList<>()));
            sections.getLast().lessons().add(lesson);
            current = lesson.sectionPosition();
        }
        return sections;
    }

    public Optional<Entry> before(long lessonId) {
        return at(index(lessonId) - 1);
    }

    public Optional<Entry> after(long lessonId) {
        int index = index(lessonId);
        return index < 0 ? Optional.empty() : at(index + 1);
    }

    public int minutes() {
        return lessons.stream().mapToInt(Entry::minutes).sum();
    }

    /// Address of a lesson in it.
    public String url(Entry lesson) {
        return "/learn/" + slug + "/" + lesson.slug();
    }

    private int index(long lessonId) {
        for (int i = 0; i < lessons.size(); i++)
            if (lessons.get(i).id() == lessonId) return i;
        return -1;
    }

    private Optional<Entry> at(int index) {
        return index >= 0 && index < lessons.size() ? Optional.of(lessons.get(index)) : Optional.empty();
    }
}
