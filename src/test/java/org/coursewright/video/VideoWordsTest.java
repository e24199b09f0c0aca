package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.generated.precompiled.StaticTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.video.ffmpeg.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VideoWordsTest {

    private static final School ADA = new School(1, new Slug("ada"), "Ada", "en", Instant.EPOCH);
    private static final Messages ENGLISH = Messages.english();

    @Test
    void aVideoOnItsWaySaysHowFarItIsAndCanBeStopped() {
        var row = row(video(VideoState.ENCODING, 0.424, Duration.ofSeconds(170), null));
        assertThat(row).contains("Encoding", "42 % · about 3 min left", "value=\"42\"", "/cancellation")
                .doesNotContain("/retry");
    }

    @Test
    void aVideoThatFailedSaysWhyAndCanBeTriedAgain() {
        var row = row(video(VideoState.FAILED, 0, null, Remark.of(Refusal.UNFINISHED.key())));
        assertThat(row).contains("Failed", "The recording was not finished", "/retry").doesNotContain("<progress");
    }

    @Test
    void aVideoThatIsCutOffPlaysAndSaysSo() {
        var video = video(VideoState.READY, 1, null,
                Production.verify(Duration.ofSeconds(4), Duration.ofMillis(2100)).getFirst());
        assertThat(row(video)).contains("pill warn", "Ready", "1:05", "cut off: 2.1 of 4.0 seconds");
    }

    @Test
    void aChangeReplacesTheRow() {
        var video = video(VideoState.WAITING, 0, null, null);
        assertThat(new StaticTemplates().videoVideoChange(ADA, video, List.of(), ENGLISH).render()).contains(
                "<turbo-stream action=\"replace\" target=\"video-" + video.hash() + "\"><template>",
                "<tr id=\"video-" + video.hash() + "\"");
    }

    @Test
    void everyReasonHasItsWords() {
        for (var refusal : Refusal.values())
            assertThat(ENGLISH.get(refusal.key())).isNotBlank();
        for (var state : VideoState.values())
            assertThat(ENGLISH.get("video.state." + state.word())).isNotBlank();
        for (var reason : List.of("encoder", "stuck", "too-slow", "disk-full", "no-encoder", "source-gone",
                "cancelled"))
            assertThat(ENGLISH.get("video.failed." + reason)).isNotBlank();
    }

    private static Video video(VideoState state, double progress, @Nullable Duration left, @Nullable Remark remark) {
        return new Video(Hash.of("x"), "courses/<a>/01.mp4", state, progress, left, Duration.ofSeconds(65), true,
                false, false, false, List.of(), List.of(), false, false, remark, "", Instant.EPOCH);
    }

    private static String row(Video video) {
        var row = new StaticTemplates().videoVideoRow(ADA, video, ENGLISH).render();
        assertThat(row).contains("courses/&lt;a&gt;/01.mp4");
        return row;
    }
}
