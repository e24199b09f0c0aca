package org.coursewright.content;

import java.util.List;
import java.util.Map;
import org.coursewright.platform.Hash;

/// A folder of plain files, read as a school: the same for `check` on a laptop and for a push on the server.
public final class SchoolFolder {

    static final long LARGEST_TEXT = 2_000_000;
    private static final int MOST_FILES = 20_000;

    private SchoolFolder() {}

    /// What a folder says.
    ///
    /// @param items what stands at the top, with all below it
    /// @param outside path to hash of files whose bytes are not in the tree: Git LFS, `media.yaml`
    /// @param findings in the order of files and lines
    public record Contents(List<Item> items, Map<String, Hash> outside, List<Finding> findings) {

        public boolean hasErrors() {
            return findings.stream().anyMatch(Finding::isError);
        }
    }

    /// @param at where the source stands in its school; empty = it is the whole school
    public static Contents read(SourceTree tree, String at, List<? extends ContentKind> kinds) {
        var outside = new OutsideFiles(tree);
        var folder = new FolderReading(outside.resolved(), at);
        if (tree.files().size() > MOST_FILES)
            folder.error("", 0, "This folder has more than " + MOST_FILES + " files. Is it the right one?");
        Paths.check(folder);
        OutsideFiles.check(folder);
        kinds.forEach(kind -> kind.read(folder));
        kinds.forEach(kind -> kind.check(folder));
        Identities.check(folder);
        References.check(folder);
        Places.check(folder);
        return new Contents(folder.items(), outside.found(), folder.findings());
    }
}
