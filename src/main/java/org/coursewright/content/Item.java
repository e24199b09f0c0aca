package org.coursewright.content;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A piece of content as a folder says it, before it has an identity in the database.
///
/// @param kind `course`, `lesson`, `page`, `post`, `site`, `bank`, `question` …
/// @param path of its file, relative to the source's root
/// @param line where it begins in that file, 1 = the first
/// @param key its key in `ids.lock`: the path, with `#` and a local name for what shares a file
/// @param id as the author wrote it, null where `ids.lock` or the server decides
/// @param front its front matter, checked, keys sorted
/// @param files path to hash of every file that it refers to
/// @param sealed of a question: key, explanation and references, which no delivery query and no hash sees
/// @param sections of a container: its parts in order
public record Item(
        String kind,
        String path,
        int line,
        String key,
        @Nullable String id,
        Slug slug,
        String title,
        JsonNode front,
        String body,
        SortedMap<String, Hash> files,
        @Nullable JsonNode sealed,
        List<Section> sections,
        List<Reference> references) {

    /// Parts under a common title; the title is empty where there are no sections.
    public record Section(String title, List<Item> items) {}

    /// A link to other content.
    ///
    /// @param written as it stands in the file
    /// @param kind what it must be; [#PATH] = whatever lies at a path
    /// @param name path from the source's root, or slug (of a lesson: `course/lesson`)
    public record Reference(String written, String kind, String name, int line) {

        public static final String PATH = "path";

        /// Name by which a version keeps what it leads to: as written, since links are looked up by that; of banks and
        /// decks with their kind, since an exam names both and they may well be called the same.
        public String key() {
            return kind.equals("bank") || kind.equals("deck") ? kind + "/" + written : written;
        }
    }

    /// Its parts, in order.
    public Stream<Item> members() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /// It and all below it.
    public Stream<Item> withMembers() {
        return Stream.concat(Stream.of(this), members().flatMap(Item::withMembers));
    }
}
