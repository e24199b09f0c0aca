package org.coursewright.video;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.Messages;
import org.coursewright.storage.UploadInspection;
import org.coursewright.video.ffmpeg.FirstBytes;
import org.springframework.stereotype.Component;

/// Looks at the first bytes of what is called a video, while it is being sent.
@Component
class VideoInspection implements UploadInspection {

    private static final Set<String> VIDEOS = Set.of("mp4", "mov", "m4v", "mkv", "webm", "avi", "mpg");

    /// Whether a file is called a video.
    static boolean isVideo(String name) {
        return VIDEOS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<String> refusal(String name, long size, byte[] start) {
        if (!isVideo(name)) return Optional.empty();
        return FirstBytes.of(start).refusal().map(refusal -> Messages.english().get(refusal.key()));
    }
}
