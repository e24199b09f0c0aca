package org.coursewright.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.MediaTypes;
import org.springframework.stereotype.Component;

/// Pushes a folder that lies on this very machine, without the wire: on top of whatever is the head now.
@Component
public class FolderPush {

    private final Pushes pushes;
    private final Commits commits;
    private final Revisions revisions;
    private final Blobs blobs;

    FolderPush(Pushes pushes, Commits commits, Revisions revisions, Blobs blobs) {
        this.pushes = pushes;
        this.commits = commits;
        this.revisions = revisions;
        this.blobs = blobs;
    }

    /// @param source folder of the source within the school, empty = the whole school
    public PushAnswer push(School school, Path folder, String source, String author, String message)
            throws IOException {
        var files = new TreeMap<String, TreeFile>();
        for (var file : DiskFolder.files(folder).entrySet()) {
            var blob = blobs.copy(school, file.getValue(), MediaTypes.of(file.getKey()));
            files.put(file.getKey(), new TreeFile(blob.hash(), blob.size()));
        }
        var base = revisions.head(school, source).map(Revision::number).orElse(null);
        var order = new PushOrder(RandomCode.of(12), source, base, message, new Tree(files));
        var begun = pushes.begin(school, order, author);
        return begun instanceof PushAnswer.Wanted ? commits.commit(school, order.code(), true) : begun;
    }
}
