package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.coursewright.Database;
import org.coursewright.platform.Hash;
import org.coursewright.platform.PlatformFixture;
import org.coursewright.platform.Secrets;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.junit.jupiter.api.Test;

class PlaybackTokensTest {

    private static final Hash VIDEO = Hash.of("video");
    private static final CaptionTrack ENGLISH = new CaptionTrack("en", Hash.of("captions"));

    private static final Secrets SECRETS = PlatformFixture.secrets(new Database().jdbc());

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
    void anAddressOfTheSameHalfHourIsTheSameAndLastsUntilItIsRenewed() {
        var school = new School(1, new Slug("ada"), "Ada", "en", Instant.EPOCH);
        var first = Instant.parse("2026-11-26T10:00:00Z");
        var addresses = new HashSet<String>();
        for (int minute = 0; minute < 30; minute++) {
            var tokens = tokens(first.plus(Duration.ofMinutes(minute)));
            var address = tokens.issue(school, new Viewer.OfStudent(1), VIDEO, List.of()).manifest();
            addresses.add(address);
            var later = tokens(first.plus(Duration.ofMinutes(minute + 209)));
            assertThat(later.check(school, address.split("/")[2], VIDEO)).contains(new Viewer.OfStudent(1));
        }
        assertThat(addresses).hasSize(1);
        var token = addresses.iterator().next().split("/")[2];
        assertThat(tokens(first.plus(Duration.ofHours(4))).check(school, token, VIDEO)).isEmpty();
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

    private static PlaybackTokens tokens(Instant now) {
        return new PlaybackTokens(
                SECRETS, Clock.fixed(now, ZoneOffset.UTC), new VideoSettings(null, VideoSettings.LONGEST, "", null));
    }
}
