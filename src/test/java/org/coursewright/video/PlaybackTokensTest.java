package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewright.platform.Hash;
import org.junit.jupiter.api.Test;

class PlaybackTokensTest {

    private static final Hash VIDEO = Hash.of("video");
    private static final CaptionTrack ENGLISH = new CaptionTrack("en", Hash.of("captions"));

    @Test
    void theAddressesOfAPublicVideoNeverChange() {
        var playback = PlaybackTokens.open(VIDEO, List.of(ENGLISH));
        var folder = "/media/public/" + VIDEO.hex() + "/";
        assertThat(playback.manifest()).isEqualTo(folder + "master.m3u8?captions=" + ENGLISH.name());
        assertThat(playback.poster()).isEqualTo(folder + "poster.webp");
        assertThat(playback.texts())
                .containsExactly(new Playback.Text("en", "English", folder + ENGLISH.name() + ".vtt"));
        assertThat(PlaybackTokens.open(VIDEO, List.of()).manifest()).isEqualTo(folder + "master.m3u8");
    }

    @Test
    void onlyNamesOfOurOwnAreFiles() {
        assertThat(MediaFile.of("master.m3u8")).contains(new MediaFile.Master());
        assertThat(MediaFile.of("720.m3u8")).contains(new MediaFile.Playlist("720"));
        assertThat(MediaFile.of("720-0123456789ab.mp4")).contains(new MediaFile.Segments("720-0123456789ab.mp4"));
        assertThat(MediaFile.of(ENGLISH.name() + ".vtt")).contains(new MediaFile.Text(ENGLISH.name()));
        for (var name : List.of("..", ".", "", "../720-0123456789ab.mp4", "720-0123456789ab.mp4/..", "poster.png",
                "x.vtt", "a/b.m3u8"))
            assertThat(MediaFile.of(name)).as(name).isEmpty();
    }

    @Test
    void viewersSurviveTheirText() {
        for (var viewer : List.of(new Viewer.OfStudent(42), new Viewer.OfPreview("a-b_c9")))
            assertThat(Viewer.of(viewer.text())).contains(viewer);
        assertThat(Viewer.of("s")).isEmpty();
        assertThat(Viewer.of("x1")).isEmpty();
    }
}
