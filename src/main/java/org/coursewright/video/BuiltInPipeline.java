package org.coursewright.video;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// This program itself: it encodes with ffmpeg, and sends what it stored.
@Component
class BuiltInPipeline implements VideoProvider {

    static final String NAME = "";

    private final Attempts attempts;
    private final Packaging packaging;

    BuiltInPipeline(Attempts attempts, Packaging packaging) {
        this.attempts = attempts;
        this.packaging = packaging;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void make(Making making) throws NotMade, IOException, InterruptedException {
        new Production(making, attempts, packaging).make();
    }

    @Override
    public Optional<URI> manifest(School school, Hash video, Manifest manifest, Instant until) {
        return Optional.empty();
    }

    @Override
    public Optional<String> origin() {
        return Optional.empty();
    }
}
