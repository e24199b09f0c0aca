package org.coursewright.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coursewright.content.Edit;
import org.coursewright.content.Edits;
import org.coursewright.content.Names;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revision;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Revisions;
import org.coursewright.content.TreeFile;
import org.coursewright.content.Trees;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Received;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes a lesson out of a video that came by itself: two files behind those of its section.
@Component
class NewLessons {

    private final Revisions revisions;
    private final Versions versions;
    private final Trees trees;
    private final Blobs blobs;
    private final Edits edits;

    NewLessons(Revisions revisions, Versions versions, Trees trees, Blobs blobs, Edits edits) {
        this.revisions = revisions;
        this.versions = versions;
        this.trees = trees;
        this.blobs = blobs;
        this.edits = edits;
    }

    /// In the order of the folder.
    List<LessonPlace> places(School school) {
        return revisions.heads(school).stream().flatMap(head -> {
            var content = versions.of(school, head.id());
            return content.ofKind("course").stream().flatMap(course -> places(head, content, course));
        }).toList();
    }

    /// @return empty where there is no such place
    Optional<PushAnswer> make(School school, Received received, LessonPlace chosen, String title, String author)
            throws IOException {
        var place = places(school).stream().filter(each -> each.value().equals(chosen.value())).findFirst();
        if (place.isEmpty()) return Optional.empty();
        var base = revisions.get(school, place.get().revisionId());
        var files = trees.of(school, base).files().keySet();
        var stem = Names.inside(place.get().folder(), LessonName.next(place.get().folder(), files, title));
        var text = blobs.put(school, front(title).getBytes(StandardCharsets.UTF_8), "text/markdown");
        var ending = received.name().substring(received.name().lastIndexOf('.')).toLowerCase(Locale.ROOT);
        var edit = new Edit(base.sourcePath(), base.number(), new TreeMap<>(Map.of(
                stem + ".md", new TreeFile(text.hash(), text.size()),
                stem + ending, new TreeFile(received.blob().hash(), received.blob().size()))), "Add " + title);
        return Optional.of(edits.apply(school, edit, author));
    }

    /// A text of JSON is one of YAML, too.
    private static String front(String title) {
        return "---\ntitle: " + JsonMapper.shared().writeValueAsString(title) + "\n---\n";
    }

    private static Stream<LessonPlace> places(Revision head, RevisionContent content, Version course) {
        return course.members().stream().flatMap(section -> section.versions().stream()
                .flatMap(id -> content.versions().stream().filter(version -> version.id() == id))
                .map(lesson -> place(head, course, section, lesson))
                .limit(1));
    }

    private static LessonPlace place(Revision head, Version course, Version.Section section, Version lesson) {
        var root = head.sourcePath().isEmpty() ? "" : head.sourcePath() + "/";
        var path = lesson.path().startsWith(root) ? lesson.path().substring(root.length()) : lesson.path();
        return new LessonPlace(head.id(), path.substring(0, Math.max(0, path.lastIndexOf('/'))),
                section.title().isEmpty() ? course.title() : course.title() + " · " + section.title());
    }
}
