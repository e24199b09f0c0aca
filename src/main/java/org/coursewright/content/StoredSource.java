package org.coursewright.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.stereotype.Component;

/// The files of a push as a folder, read from the storage.
@Component
class StoredSource {

    private final Blobs blobs;

    StoredSource(Blobs blobs) {
        this.blobs = blobs;
    }

    SourceTree of(School school, Tree tree) {
        return new SourceTree(tree.files().entrySet().stream()
                .map(file -> new SourceFile(
                        file.getKey(),
                        file.getValue().hash(),
                        file.getValue().size(),
                        () -> text(school, file.getValue())))
                .toList());
    }

    /// What is known by hash only and was never sent.
    List<Finding> absent(School school, Map<String, Hash> outside) {
        var missing = Set.copyOf(blobs.missing(school, List.copyOf(outside.values())));
        return outside.entrySet().stream()
                .filter(file -> missing.contains(file.getValue()))
                .map(file -> new Finding(file.getKey(), 0, Finding.Level.ERROR, "The server has not got the bytes of "
                        + "this file. Run 'git lfs pull' or put the file here, and push again."))
                .toList();
    }

    String text(School school, TreeFile file) throws IOException {
        var object = blobs.open(school, file.hash()).orElseThrow(() -> new FileNotFoundException(file.sha256()));
        try (var in = object.open()) {
            return DiskFolder.utf8(in.readAllBytes());
        }
    }
}
