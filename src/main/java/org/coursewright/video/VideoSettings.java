package org.coursewright.video;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How videos are made: `coursewright.video.*`.
///
/// @param ffmpeg the operator's own ffmpeg, the program or its folder; absent = the bundled one
@ConfigurationProperties("coursewright.video")
record VideoSettings(@Nullable Path ffmpeg) {}
