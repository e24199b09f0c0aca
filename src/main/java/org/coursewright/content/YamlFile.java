package org.coursewright.content;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;

/// A file of keys, such as `course.yaml`; one that is not there says nothing and is fine.
///
/// @param place its path, or the folder that it would describe
public record YamlFile(FolderReading folder, String place, YamlValue.Mapping keys) {

    public static Optional<YamlFile> find(FolderReading folder, String path) {
        return folder.tree()
                .file(path)
                .flatMap(folder::text)
                .flatMap(text -> Yaml.parseMapping(folder, path, text, 1))
                .map(keys -> new YamlFile(folder, path, keys));
    }

    /// The file that describes a folder; empty keys where there is none.
    public static YamlFile of(FolderReading folder, String parent, String name) {
        var path = Names.inside(parent, name);
        var place = folder.tree().file(path).isPresent() ? path : parent.isEmpty() ? "." : parent;
        return find(folder, path).orElseGet(() -> new YamlFile(folder, place, YamlValue.Mapping.empty(0)));
    }

    public <T extends Record> T read(Keys<T> kind) {
        return kind.read(folder, place, keys);
    }

    public int line(Object... way) {
        return keys.line(way);
    }

    /// The slug as written, or made from a name.
    public Slug slug(@Nullable String written, String name) {
        return slug(folder, place, keys, written, name);
    }

    public static Slug slug(
            FolderReading folder, String path, YamlValue.Mapping keys, @Nullable String written, String name) {
        if (written == null) return Slug.of(Names.withoutNumber(name));
        if (Slug.isValid(written)) return new Slug(written);
        folder.error(path, keys.line("slug"), "'" + written + "' cannot be a slug. Try '" + Slug.of(written) + "'.");
        return Slug.of(written);
    }

    /// Path to hash of the files that keys name, relative to a folder; missing ones are noted.
    public SortedMap<String, Hash> files(String base, Iterable<Named> names) {
        var files = new TreeMap<String, Hash>();
        for (var named : names) {
            var path = Names.resolve(base, named.name());
            var found = path == null ? Optional.<SourceFile>empty() : folder.tree().file(path);
            if (found.isEmpty())
                folder.error(place, named.line(),
                        "There is no file '" + named.name() + "'. Add it or correct the name.");
            found.ifPresent(file -> {
                folder.claim(file.path());
                files.put(file.path(), file.hash());
            });
        }
        return files;
    }

    /// The name of a file at a line.
    public record Named(String name, int line) {}

    public void error(int line, String message) {
        folder.error(place, line, message);
    }

    public void warning(int line, String message) {
        folder.warning(place, line, message);
    }
}
