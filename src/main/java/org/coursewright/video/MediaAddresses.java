package org.coursewright.video;

import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Where players find the media of a video: beside the playlist, or at the network that the operator has set.
@Component
class MediaAddresses {

    private final PlaybackTokens tokens;
    private final Optional<MediaNetwork> network;

    MediaAddresses(PlaybackTokens tokens, VideoSettings settings) {
        this.tokens = tokens;
        this.network = MediaNetworks.of(settings);
    }

    Rendition of(School school, Hash video, Rendition rendition) {
        return network.map(each -> rendition.at(
                each.address(Attempt.folder(school, video), rendition.file(), tokens.end()))).orElse(rendition);
    }
}
