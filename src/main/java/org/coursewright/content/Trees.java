package org.coursewright.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.stereotype.Component;

/// The file lists of revisions, each a blob.
@Component
public class Trees {

    private static final String MEDIA_TYPE = "application/json";

    private final Blobs blobs;

    Trees(Blobs blobs) {
        this.blobs = blobs;
    }

    public Tree of(School school, Revision revision) {
        try {
            return Tree.parse(blobs.text(school, revision.tree())
                    .orElseThrow(() -> new IllegalStateException(
                            "the file list of revision " + revision.id() + " is not in the storage")));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Hash keep(School school, Tree tree) {
        try {
            return blobs.put(school, tree.bytes(), MEDIA_TYPE).hash();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
