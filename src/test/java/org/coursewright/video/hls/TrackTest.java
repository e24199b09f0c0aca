package org.coursewright.video.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewright.video.hls.Track.Segment;
import org.junit.jupiter.api.Test;

class TrackTest {

    @Test
    void theBandwidthIsThatOfTheMostDemandingSegment() {
        var track = track(new Segment(400_000, 4000), new Segment(1_640_000, 4000), new Segment(100_000, 4000));
        assertThat(track.peakBandwidth()).isEqualTo(3_280_000);
        assertThat(track.averageBandwidth()).isEqualTo(1_426_667);
    }

    @Test
    void aShortRestIsMeasuredTogetherWithTheSegmentBefore() {
        var track = track(new Segment(400_000, 4000), new Segment(50_000, 100));
        assertThat(track.peakBandwidth()).isEqualTo(878_049);
        assertThat(track(new Segment(50_000, 100)).peakBandwidth()).isEqualTo(4_000_000);
    }

    @Test
    void theMediaPlaylistNamesRangesOfOneFile() {
        var playlist = Playlists.media(track(new Segment(400_000, 4000), new Segment(50_000, 1500)), "720-abc.mp4");
        assertThat(playlist).contains("#EXT-X-TARGETDURATION:4\n",
                "#EXT-X-MAP:URI=\"720-abc.mp4\",BYTERANGE=\"800@0\"\n",
                "#EXTINF:4.000000,\n#EXT-X-BYTERANGE:400000@800\n720-abc.mp4\n",
                "#EXTINF:1.500000,\n#EXT-X-BYTERANGE:50000@400800\n720-abc.mp4\n");
        assertThat(playlist).endsWith("#EXT-X-ENDLIST\n");
    }

    @Test
    void captionsAreAGroupThatTheStreamNames() {
        var master = Playlists.master(
                List.of(new Playlists.Variant(track(new Segment(1000, 4000)), "720", "720-abc.mp4")), null,
                List.of(new Playlists.Subtitles("en", "English", "en.m3u8")));
        assertThat(master).contains("TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"English\",LANGUAGE=\"en\"")
                .contains(",SUBTITLES=\"captions\"\n");
        assertThat(master).doesNotContain("AUDIO");
    }

    @Test
    void keyFramesHaveAPlaylistOfTheirOwn() {
        var track = track(new Segment(400_000, 4000, 30_000), new Segment(50_000, 1500, 20_000));
        assertThat(Playlists.keys(track, "720-abc.mp4")).contains("#EXT-X-I-FRAMES-ONLY\n",
                "#EXTINF:4.000000,\n#EXT-X-BYTERANGE:30000@800\n720-abc.mp4\n",
                "#EXTINF:1.500000,\n#EXT-X-BYTERANGE:20000@400800\n720-abc.mp4\n");
        var master = Playlists.master(List.of(new Playlists.Variant(track, "720", "720-abc.mp4")), null, List.of());
        assertThat(master).contains("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=106667,CODECS=\"avc1.64001f\","
                + "RESOLUTION=1280x720,URI=\"720-keys.m3u8\"\n");
        assertThat(Playlists.master(List.of(new Playlists.Variant(track(new Segment(9, 4000)), "720", "x")), null,
                List.of())).doesNotContain("I-FRAME");
    }

    @Test
    void theSoundAloneIsAnOfferForABadLine() {
        var sound = new Track("mp4a.40.2", 0, 0, 48_000, 0, 700, List.of(new Segment(64_000, 192_000)));
        var master = Playlists.master(
                List.of(new Playlists.Variant(track(new Segment(1000, 4000)), "720", "720-abc.mp4")),
                new Playlists.Variant(sound, "audio", "audio-abc.mp4"), List.of());
        assertThat(master).contains("#EXT-X-STREAM-INF:BANDWIDTH=128000,AVERAGE-BANDWIDTH=128000,"
                + "CODECS=\"mp4a.40.2\",AUDIO=\"sound\"\naudio.m3u8\n");
    }

    @Test
    void dashNamesTheSameRangesOfTheSameFiles() {
        var track = track(new Segment(400_000, 4000), new Segment(300_000, 4000), new Segment(50_000, 1500));
        var manifest = Dash.manifest(List.of(new Playlists.Variant(track, "720", "720-abc.mp4")), null,
                List.of(new Dash.Text("en", "en-0123456789abcdef.vtt")));
        assertThat(manifest).contains("mediaPresentationDuration=\"PT9.500S\"", "<BaseURL>720-abc.mp4</BaseURL>",
                "<Initialization range=\"0-799\"/>", "<S t=\"0\" d=\"4000\" r=\"1\"/><S d=\"1500\"/>",
                "<SegmentURL mediaRange=\"800-400799\"/>", "<SegmentURL mediaRange=\"700800-750799\"/>",
                "<BaseURL>en-0123456789abcdef.vtt</BaseURL>");
    }

    private static Track track(Segment... segments) {
        return new Track("avc1.64001f", 1280, 720, 1000, 120, 800, List.of(segments));
    }
}
