package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coursewright.platform.Hash;
import org.coursewright.storage.Storage;
import org.coursewright.video.ffmpeg.Source;
import org.coursewright.video.ffmpeg.Transcoder;
import org.coursewright.video.hls.FragmentedMp4;
import org.coursewright.video.hls.Track;
import org.springframework.stereotype.Component;

/// Reads what the encoder made, stores it, and says that the video is ready.
@Component
class Packaging {

    static final List<String> POSTERS = List.of("poster.webp", "poster.jpg");

    private final Attempts attempts;
    private final Storage storage;

    Packaging(Attempts attempts, Storage storage) {
        this.attempts = attempts;
        this.storage = storage;
    }

    void finish(Attempt attempt, Transcoder ffmpeg, Transcoder.Encoded encoded, Source source, Path folder)
            throws IOException, InterruptedException {
        var posters = encoded.pictures().isEmpty()
                ? List.<Path>of()
                : ffmpeg.poster(encoded.pictures().getFirst(), source.duration(), folder).orElse(List.of());
        var renditions = new ArrayList<Rendition>();
        for (var file : encoded.pictures())
            renditions.add(store(attempt, file));
        if (encoded.sound() != null) renditions.add(store(attempt, encoded.sound()));
        for (var poster : posters)
            storage.put(attempt.key(poster.getFileName().toString()), poster);
        var length = length(renditions);
        if (attempts.ready(attempt, List.copyOf(renditions), length, !posters.isEmpty(),
                verify(source.duration(), length)))
            removeOthers(attempt, renditions);
    }

    private Rendition store(Attempt attempt, Path file) throws IOException {
        var track = FragmentedMp4.read(file);
        var name = file.getFileName().toString().replace(".mp4", "");
        var stored = name + "-" + Hash.of(file).hex().substring(0, 12) + ".mp4";
        storage.put(attempt.key(stored), file);
        return new Rendition(name, stored, track);
    }

    private static Duration length(List<Rendition> renditions) {
        return Duration.ofMillis(Math
                .round(renditions.stream().map(Rendition::track).mapToDouble(Track::seconds).max().orElse(0) * 1000));
    }

    /// A file that is cut off encodes without an error, only shorter than it says of itself.
    static List<Remark> verify(Duration promised, Duration made) {
        var slack = Math.max(500, promised.toMillis() / 100);
        if (promised.minus(made).toMillis() <= slack) return List.of();
        return List.of(Remark.of("video.cut-off", Transcoding.seconds(made), Transcoding.seconds(promised)));
    }

    /// What an earlier attempt stored under other names. Nobody can be playing it: the video was not ready.
    private void removeOthers(Attempt attempt, List<Rendition> renditions) throws IOException {
        var ours = renditions.stream().map(Rendition::file).collect(Collectors.toSet());
        ours.addAll(POSTERS);
        for (var key : storage.list(Attempt.folder(attempt.school(), attempt.video())))
            if (!ours.contains(key.substring(key.lastIndexOf('/') + 1))) storage.delete(key);
    }
}
