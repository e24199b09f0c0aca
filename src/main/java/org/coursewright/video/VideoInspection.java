package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Settings;
import org.coursewright.storage.UploadInspection;
import org.coursewright.video.ffmpeg.FirstBytes;
import org.coursewright.video.ffmpeg.Refusal;
import org.coursewright.video.ffmpeg.Transcoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Looks at the first bytes of what is called a video, while it is being sent. Where they hold the list of tracks, a
/// node with an ffmpeg asks it, too.
@Component
class VideoInspection implements UploadInspection {

    private static final Logger log = LoggerFactory.getLogger(VideoInspection.class);
    private static final Set<String> VIDEOS = Set.of("mp4", "mov", "m4v", "mkv", "webm", "avi", "mpg");

    private final ObjectProvider<Transcoder> transcoder;
    private final WorkFolders folders;
    private final boolean works;

    VideoInspection(ObjectProvider<Transcoder> transcoder, WorkFolders folders, Settings settings) {
        this.transcoder = transcoder;
        this.folders = folders;
        this.works = settings.role().works();
    }

    /// Whether a file is called a video.
    static boolean isVideo(String name) {
        return VIDEOS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<String> refusal(String name, long size, byte[] start) {
        if (!isVideo(name)) return Optional.empty();
        return FirstBytes.of(start).refusal().or(() -> probed(start))
                .map(refusal -> Messages.english().get(refusal.key()));
    }

    /// In doubt the file may come: the whole of it is looked at again.
    private Optional<Refusal> probed(byte[] start) {
        if (!works || !Transcoder.tells(start)) return Optional.empty();
        try (var folder = folders.open()) {
            var file = Files.write(folder.path().resolve("start"), start);
            return transcoder.getObject().glance(file, folder.path());
        } catch (IOException failed) {
            log.warn("the beginning of a file could not be looked at", failed);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
