package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.stereotype.Component;

/// The files that authors sent.
@Component
class Originals {

    private final Blobs blobs;

    Originals(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Where it lies, when the storage has it as a file, else a copy in the folder; empty when it is gone.
    Optional<Path> file(School school, Hash video, Path folder) throws IOException {
        var object = blobs.open(school, video);
        if (object.isEmpty()) return Optional.empty();
        var file = object.get().file();
        if (file.isPresent()) return file;
        var copy = folder.resolve("source");
        try (var in = object.get().open()) {
            Files.copy(in, copy);
        }
        return Optional.of(copy);
    }
}
