package org.coursewright.video;

import java.io.IOException;
import org.springframework.stereotype.Component;

/// The still picture of a video that is made elsewhere, taken from its source, so that it is ours like all others.
@Component
public class SourcePoster {

    private final Packaging packaging;
    private final Attempts attempts;

    SourcePoster(Packaging packaging, Attempts attempts) {
        this.packaging = packaging;
        this.attempts = attempts;
    }

    /// Nothing where the source has no picture.
    public void take(Making making) throws IOException, InterruptedException {
        if (making.source().picture() == null) return;
        var files = making.ffmpeg().poster(making.file(), making.source().duration(), making.folder());
        if (files.isEmpty()) return;
        packaging.posters(making.attempt(), files.get());
        attempts.hasPoster(making.attempt());
    }
}
