package org.coursewright.video;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.coursewright.content.Pushes;
import org.coursewright.school.School;
import org.coursewright.storage.Intake;
import org.coursewright.storage.Received;
import org.coursewright.storage.Uploads;
import org.springframework.stereotype.Component;

/// Videos that came by the browser or from an address, and that no revision has named.
@Component
class LooseFiles {

    private final Uploads uploads;
    private final Intake intake;
    private final Videos videos;
    private final Pushes pushes;

    LooseFiles(Uploads uploads, Intake intake, Videos videos, Pushes pushes) {
        this.uploads = uploads;
        this.intake = intake;
        this.videos = videos;
        this.pushes = pushes;
    }

    /// The newest first.
    List<Received> of(School school) {
        var files = uploads.received(school).stream().filter(file -> VideoInspection.isVideo(file.name())).toList();
        var used = videos.of(school, files.stream().map(file -> file.blob().hash()).toList()).stream()
                .map(Video::hash)
                .collect(Collectors.toSet());
        return files.stream().filter(file -> !used.contains(file.blob().hash())).toList();
    }

    /// Removes one, with its bytes where no push is about to use them. Nothing happens to one that is in a lesson.
    void remove(School school, String upload) throws IOException {
        for (var file : of(school)) {
            if (!file.code().equals(upload)) continue;
            if (pushes.name(school, file.blob().hash())) intake.forget(school, upload);
            else
                intake.discard(school, upload);
        }
    }
}
