package org.coursewright.video;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Storage;
import org.coursewright.video.hls.Track;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what the studio shows of the videos of a school, and of one of them.
@Component
class VideoPages {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST_WAVEFORM = 16_000;

    private final Videos videos;
    private final Renditions renditions;
    private final CaptionEdits captions;
    private final Transcriptions transcriptions;
    private final Imports imports;
    private final LooseFiles loose;
    private final Audiences audiences;
    private final Storage storage;

    VideoPages(
            Videos videos,
            Renditions renditions,
            CaptionEdits captions,
            Transcriptions transcriptions,
            Imports imports,
            LooseFiles loose,
            Audiences audiences,
            Storage storage) {
        this.videos = videos;
        this.renditions = renditions;
        this.captions = captions;
        this.transcriptions = transcriptions;
        this.imports = imports;
        this.loose = loose;
        this.audiences = audiences;
        this.storage = storage;
    }

    VideosPage all(School school) {
        return new VideosPage(videos.all(school), imports.all(school), loose.of(school), transcriptions.possible(),
                transcriptions.byItself(school), "", "");
    }

    Optional<VideoPage> find(School school, Hash hash) throws IOException {
        var video = videos.find(school, hash);
        if (video.isEmpty()) return Optional.empty();
        var address = "/studio/" + school.slug() + "/videos/" + hash + "/media/";
        return Optional.of(new VideoPage(video.get(), Playback.under(address, captions.tracks(school, video.get())),
                captions.rows(school, hash), transcriptions.possible(), audiences.of(school, video.get()),
                renditions.of(school, hash).stream().map(VideoPages::quality).toList(),
                video.get().waveform() ? waveform(school, hash) : List.of()));
    }

    private static VideoPage.Quality quality(Rendition rendition) {
        var track = rendition.track();
        return new VideoPage.Quality(rendition.name(), track.width(), track.height(), track.averageBandwidth(),
                track.peakBandwidth(), track.segments().stream().mapToLong(Track.Segment::bytes).sum());
    }

    private List<Integer> waveform(School school, Hash video) throws IOException {
        var object = storage.find(Attempt.folder(school, video) + "/" + Packaging.WAVEFORM);
        if (object.isEmpty()) return List.of();
        try (var in = object.get().open()) {
            return List.of(JSON.readValue(in.readNBytes(LARGEST_WAVEFORM), Integer[].class));
        }
    }
}
