package org.coursewright.content;

import java.util.List;
import java.util.TreeMap;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Which files changed on the server since somebody's base and are not among what they send, and who changed them last.
@Component
class NewerFiles {

    private static final int MOST_REVISIONS = 200;

    private final Revisions revisions;
    private final Trees trees;

    NewerFiles(Revisions revisions, Trees trees) {
        this.revisions = revisions;
        this.trees = trees;
    }

    /// @param base number of a revision, 0 = none
    /// @param sent the files they send
    List<PushAnswer.NewerFile> since(School school, Revision head, int base, Tree sent) {
        var changed = new TreeMap<String, PushAnswer.NewerFile>();
        var older = base == 0
                ? Tree.EMPTY
                : revisions.find(school, head.sourcePath(), base)
                        .map(revision -> trees.of(school, revision))
                        .orElse(Tree.EMPTY);
        var first = older;
        for (var revision : revisions.after(school, head.sourceId(), base, MOST_REVISIONS)) {
            var tree = trees.of(school, revision);
            for (var path : tree.difference(older))
                changed.put(path, new PushAnswer.NewerFile(
                        path, revision.author(), revision.number(), revision.createdAt()));
            older = tree;
        }
        changed.keySet().retainAll(older.difference(first));
        changed.keySet().retainAll(older.difference(sent));
        changed.remove(IdsLock.PATH);
        return List.copyOf(changed.values());
    }
}
