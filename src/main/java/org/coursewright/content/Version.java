package org.coursewright.content;

import java.util.List;
import java.util.Map;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import tools.jackson.databind.JsonNode;

/// One frozen state of one piece of content: a lesson, a page, a course with its outline. What a question keeps
/// sealed (key, explanation, references) is not here.
///
/// @param contentId what stays when the text changes: progress, enrolments and links hang on it
/// @param kind name of its [ContentKind]
/// @param hash covers front matter, body and the bytes of its files: the same hash renders the same
/// @param path of its file in the school folder
/// @param front its front matter
/// @param files path in the school folder to hash, of every file it refers to
/// @param references target as written to content id
/// @param members of a container: its parts in order
public record Version(
        long id,
        long contentId,
        String kind,
        String stableId,
        Hash hash,
        String path,
        Slug slug,
        String title,
        JsonNode front,
        String body,
        Map<String, Hash> files,
        Map<String, Long> references,
        List<Section> members) {

    /// Some members under a common title; the title is empty where there are no sections.
    ///
    /// @param versions ids of versions, in order
    public record Section(String title, List<Long> versions) {}
}
