package org.coursewright.content;

import java.util.Optional;

/// A Markdown file: keys between two lines of `---`, then the text.
///
/// @param bodyLine line of the file where the body begins, 1 = the first
public record FrontMatter(YamlValue.Mapping keys, String body, int bodyLine) {

    /// @return empty where the keys cannot be read, which is noted
    public static Optional<FrontMatter> parse(FolderReading folder, String path, String text) {
        var unix = text.replace("\r\n", "\n");
        if (!unix.startsWith("---\n")) return of(folder, path, YamlValue.Mapping.empty(1), unix, 1);
        int end = unix.startsWith("---\n", 4) ? 3 : unix.indexOf("\n---\n", 3);
        if (end < 0 && unix.endsWith("\n---")) end = unix.length() - 4;
        if (end < 0) {
            folder.error(path, 1, "The front matter does not end. Close it with a line of three hyphens: ---");
            return Optional.empty();
        }
        var yaml = unix.substring(4, Math.max(4, end + 1));
        var body = unix.substring(Math.min(unix.length(), end + 5));
        int bodyLine = 1
                + (int) unix.substring(0, unix.length() - body.length()).chars().filter(c -> c == '\n').count();
        return Yaml.parseMapping(folder, path, yaml, 2).flatMap(keys -> of(folder, path, keys, body, bodyLine));
    }

    private static Optional<FrontMatter> of(
            FolderReading folder, String path, YamlValue.Mapping keys, String body, int bodyLine) {
        if (!Markdown.isReadable(body)) {
            folder.error(path, bodyLine,
                    "This text is nested too deeply, or has thousands of brackets in one block. Write it with fewer levels and more empty lines.");
            return Optional.empty();
        }
        return Optional.of(new FrontMatter(keys, body, bodyLine));
    }
}
