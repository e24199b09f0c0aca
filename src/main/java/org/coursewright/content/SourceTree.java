package org.coursewright.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a source, in the order of their paths.
public final class SourceTree {

    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    public SourceTree(Collection<SourceFile> files) {
        files.forEach(file -> this.files.put(file.path(), file));
    }

    public List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// Files in a folder and below it; all of them for the empty folder.
    public List<SourceFile> under(String folder) {
        if (folder.isEmpty()) return files();
        return List.copyOf(files.subMap(folder + "/", folder + "0").values()); // '0' comes after '/'
    }

    /// Names of the folders directly in a folder, in order.
    public List<String> folders(String folder) {
        int start = folder.isEmpty() ? 0 : folder.length() + 1;
        return under(folder).stream()
                .map(file -> file.path().substring(start))
                .filter(rest -> rest.indexOf('/') > 0)
                .map(rest -> rest.substring(0, rest.indexOf('/')))
                .distinct()
                .toList();
    }
}
