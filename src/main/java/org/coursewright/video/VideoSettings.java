package org.coursewright.video;

import java.nio.file.Path;
import java.time.Duration;
import org.coursewright.platform.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How videos are made and shown: `coursewright.video.*`.
///
/// @param ffmpeg the operator's own ffmpeg, the program or its folder; absent = the bundled one
/// @param tokenLife how long an address plays before a page renews it, from 10 seconds to 4 hours
/// @param cdn the network that players fetch media from, see [MediaNetworks]; absent = this program
/// @param provider a service that may make videos and send them to viewers; absent = this program alone
@ConfigurationProperties("coursewright.video")
public record VideoSettings(@Nullable Path ffmpeg, @DefaultValue("4h") Duration tokenLife, @Nullable String cdn,
        @Nullable String provider) {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(4);

    public VideoSettings {
        if (tokenLife.compareTo(SHORTEST) < 0 || tokenLife.compareTo(LONGEST) > 0)
            throw new WrongSetting("COURSEWRIGHT_VIDEO_TOKEN_LIFE must be between 10s and 4h");
    }
}
