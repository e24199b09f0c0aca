package org.coursewright.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.platform.Hash;

/// A school folder in memory, for tests: `new Folder().with("pages/about.md", "# About").read(kinds)`.
public final class Folder {

    private final Map<String, String> files = new TreeMap<>();

    public Folder with(String path, String text) {
        files.put(path, text);
        return this;
    }

    public SourceTree tree() {
        return new SourceTree(files.entrySet().stream()
                .map(file -> new SourceFile(
                        file.getKey(), Hash.of(file.getValue()), file.getValue().length(), file::getValue))
                .toList());
    }

    public SchoolFolder.Contents read(ContentKind... kinds) {
        return SchoolFolder.read(tree(), "", List.of(kinds));
    }
}
