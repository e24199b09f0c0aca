package org.coursewright.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coursewright.platform.Hash;

/// Large files whose bytes lie elsewhere, known by their hash: Git LFS pointers, and the lines of `media.yaml`.
final class OutsideFiles {

    static final String PATH = "media.yaml";
    private static final int LONGEST_POINTER = 400;
    private static final Pattern POINTER = Pattern.compile(
            "version https://git-lfs\\.github\\.com/spec/v1\\n(?:[a-z0-9.-]+ [^\\n]{1,80}\\n){0,9}?"
                    + "oid sha256:([0-9a-f]{64})\\nsize (\\d{1,15})\\n?");

    private final SourceTree tree;
    private final Map<String, Hash> found = new TreeMap<>();

    OutsideFiles(SourceTree tree) {
        this.tree = tree;
    }

    /// Path to hash of every such file.
    Map<String, Hash> found() {
        return found;
    }

    /// The same files, with the true hash of what lies elsewhere.
    SourceTree resolved() {
        var files = new ArrayList<SourceFile>();
        for (var file : tree.files())
            files.add(pointed(file).orElse(file));
        var reading = new FolderReading(tree, "");
        YamlFile.find(reading, PATH).ifPresent(media -> media.keys().values().forEach((path, value) -> {
            var hash = value instanceof YamlValue.Text text ? text.text().strip() : "";
            if (Hash.isValid(hash) && Paths.isSafe(path) && tree.file(path).isEmpty())
                files.add(outside(path, new Hash(hash), 0));
        }));
        return new SourceTree(files);
    }

    /// Notes the lines of `media.yaml` that say nothing.
    static void check(FolderReading folder) {
        YamlFile.find(folder, PATH).ifPresent(media -> media.keys().values().forEach((path, value) -> {
            var hash = value instanceof YamlValue.Text text ? text.text().strip() : "";
            if (!Hash.isValid(hash))
                media.error(media.line(path), "A line here is 'path/to/video.mp4: sha256', 64 digits 0-9 and a-f.");
            else if (!Paths.isSafe(path))
                media.error(media.line(path),
                        "'" + path + "' leads out of the folder. Write it from the folder's root.");
        }));
    }

    private Optional<SourceFile> pointed(SourceFile file) {
        if (file.size() > LONGEST_POINTER || file.hasExtension("md", "yaml", "yml")) return Optional.empty();
        try {
            var pointer = POINTER.matcher(file.text().read());
            return pointer.matches()
                    ? Optional.of(outside(file.path(), new Hash(pointer.group(1)), Long.parseLong(pointer.group(2))))
                    : Optional.empty();
        } catch (IOException notText) {
            return Optional.empty();
        }
    }

    private SourceFile outside(String path, Hash hash, long size) {
        found.put(path, hash);
        return new SourceFile(path, hash, size, () -> {
            throw new IOException("The bytes of " + path + " lie elsewhere");
        });
    }
}
