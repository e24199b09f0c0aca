package org.coursewright.question;

import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.Version;

/// A case study made ready to be shown: the situation that several questions share. Texts are safe HTML.
///
/// @param title to stand in a heading
/// @param files path to SHA-256 of what it shows
public record ShownCase(String title, String html, Map<String, String> files) {

    public static ShownCase of(Version version, FileAddress addresses) {
        var text = QuestionText.of(version.path(), version.files(), addresses);
        var files = new TreeMap<String, String>();
        version.files().forEach((path, hash) -> files.put(path, hash.hex()));
        return new ShownCase(text.inline(version.title()), text.html(version.body()), files);
    }
}
