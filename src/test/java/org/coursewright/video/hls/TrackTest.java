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
        var master = Playlists.master(List.of(new Playlists.Variant(track(new Segment(1000, 4000)), "720.m3u8")), null,
                List.of(new Playlists.Subtitles("en", "English", "en.m3u8")));
        assertThat(master).contains("TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"English\",LANGUAGE=\"en\"")
                .contains(",SUBTITLES=\"captions\"\n");
        assertThat(master).doesNotContain("AUDIO");
    }

    private static Track track(Segment... segments) {
        return new Track("avc1.64001f", 1280, 720, 1000, 120, 800, List.of(segments));
    }
}
