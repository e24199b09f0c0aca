package org.coursewright.video;

import java.util.Optional;
import org.coursewright.video.ffmpeg.Transcoder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The ffmpeg of this node, as the operator's health page shows it.
@Component
public class Encoder {

    private final ObjectProvider<Transcoder> transcoder;

    Encoder(ObjectProvider<Transcoder> transcoder) {
        this.transcoder = transcoder;
    }

    public String version() {
        return transcoder.getObject().program().version();
    }

    /// Why it does not work, and what to do about it.
    public Optional<String> fault() {
        return Optional.ofNullable(transcoder.getObject().program().trouble());
    }
}
