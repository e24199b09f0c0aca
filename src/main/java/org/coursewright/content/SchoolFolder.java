package org.coursewright.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A folder of plain files, read as a school: the same for `check` on a laptop and for a push on the server.
public final class SchoolFolder {

    static final long LARGEST_TEXT = 2_000_000;
    private static final int MOST_FILES = 20_000;

    private SchoolFolder() {}

    /// What a folder says.
    ///
    /// @param items what stands at the top, with all below it
    /// @param findings in the order of files and lines
    public record Contents(List<Item> items, List<Finding> findings) {

        public boolean hasErrors() {
            return findings.stream().anyMatch(Finding::isError);
        }
    }

    /// @param at where the source stands in its school; empty = it is the whole school
    public static Contents read(SourceTree tree, String at, List<? extends ContentKind> kinds) {
        var folder = new FolderReading(tree, at);
        if (tree.files().size() > MOST_FILES)
            folder.error("", 0, "This folder has more than " + MOST_FILES + " files. Is it the right one?");
        Paths.check(folder);
        kinds.forEach(kind -> kind.read(folder));
        kinds.forEach(kind -> kind.check(folder));
        Identities.check(folder);
        References.check(folder);
        return new Contents(folder.items(), folder.findings());
    }

    /// Items by their key in `ids.lock`.
    static Map<String, Item> byKey(FolderReading folder) {
        var byKey = new HashMap<String, Item>();
        folder.allItems().forEach(item -> byKey.putIfAbsent(item.key(), item));
        return byKey;
    }
}
