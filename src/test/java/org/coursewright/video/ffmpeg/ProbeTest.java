package org.coursewright.video.ffmpeg;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coursewright.video.ffmpeg.Transcoder.Found;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("video")
class ProbeTest {

    @TempDir
    Path folder;

    @Test
    void aClipIsKnownByLengthSizeAndSound() throws Exception {
        var found = (Found.Readable) probe(Clips.clip(folder, "320x180", 30, 1));
        assertThat(found.source().duration().toMillis()).isBetween(950L, 1100L);
        var picture = requireNonNull(found.source().picture());
        assertThat(picture.width()).isEqualTo(320);
        assertThat(picture.height()).isEqualTo(180);
        assertThat(picture.rate()).isEqualTo(30);
        assertThat(requireNonNull(found.source().sound()).codec()).isEqualTo("aac");
        assertThat(picture.copyable()).isTrue();
        assertThat(requireNonNull(found.source().sound()).copyable()).isTrue();
    }

    @Test
    void theChaptersOfARecordingAreRead() throws Exception {
        var list = Files.writeString(folder.resolve("chapters.txt"), """
                ;FFMETADATA1
                [CHAPTER]
                TIMEBASE=1/1000
                START=0
                END=600
                title=Hello
                [CHAPTER]
                TIMEBASE=1/1000
                START=600
                END=1000
                title=Policies
                """);
        var clip = Clips.silent(folder, "320x180", 1);
        var named = Clips.make(folder, "named.mkv", "-i", clip.toString(), "-i", list.toString(), "-map_metadata", "1",
                "-c", "copy");
        assertThat(((Found.Readable) probe(named)).source().chapters()).containsExactly(
                new Source.Chapter(Duration.ZERO, "Hello"),
                new Source.Chapter(Duration.ofMillis(600), "Policies"));
    }

    @Test
    void onlyWhatBrowsersPlayMayStayAsItIs() throws Exception {
        assertThat(copyable("-pix_fmt", "yuv444p", "-c:v", "libx264")).isFalse();
        assertThat(copyable("-pix_fmt", "yuv420p", "-c:v", "libx265")).isFalse();
        assertThat(copyable("-pix_fmt", "yuv420p", "-c:v", "libx264", "-vf", "setsar=4/3")).isFalse();
        assertThat(copyable("-pix_fmt", "yuv420p", "-c:v", "libx264", "-flags", "+ildct+ilme", "-x264opts", "tff=1"))
                .isFalse();
        assertThat(copyable("-pix_fmt", "yuv420p", "-c:v", "libx264", "-vf", "scale=2560:1440")).isFalse();
        assertThat(copyable("-pix_fmt", "yuv420p", "-c:v", "libx264")).isTrue();
    }

    private boolean copyable(String... coding) throws Exception {
        var words = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=0.2"));
        words.addAll(List.of(coding));
        var clip = Clips.make(folder, "coded.mp4", words.toArray(String[]::new));
        return requireNonNull(((Found.Readable) probe(clip)).source().picture()).copyable();
    }

    @Test
    void aTurnedPhoneVideoIsPortrait() throws Exception {
        var flat = Clips.silent(folder, "320x180", 0.5);
        var turned = Clips.make(folder, "turned.mp4", "-display_rotation", "90", "-i", flat.toString(), "-c", "copy");
        var picture = requireNonNull(((Found.Readable) probe(turned)).source().picture());
        assertThat(picture.portrait()).isTrue();
        assertThat(picture.shortSide()).isEqualTo(180);
    }

    @Test
    void whatIsNoVideoIsRefusedByName() throws Exception {
        assertThat(refusal(new byte[0])).isEqualTo(Refusal.EMPTY);
        assertThat(refusal("This was meant to be a video.\n")).isEqualTo(Refusal.TEXT);
        assertThat(refusal("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")).isEqualTo(Refusal.PICTURE);
        assertThat(refusal("#EXTM3U\n#EXTINF:4,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")).isEqualTo(Refusal.PLAYLIST);
        assertThat(refusal("ffconcat version 1.0\nfile /etc/passwd\n")).isEqualTo(Refusal.PLAYLIST);
        assertThat(refusal("%PDF-1.7 ...")).isEqualTo(Refusal.DOCUMENT);
        assertThat(refusal("PK\3\4 ...")).isEqualTo(Refusal.ARCHIVE);
        var noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertThat(refusal(noise)).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(new byte[5000])).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void aScriptBehindBinaryBytesReachesNoDemuxer() throws Exception {
        assertThat(refusal("ffconcat version 1.0\nfile /etc/passwd\n\u0001\u0002")).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void aRecordingThatWasNotFinishedIsRefusedAsSuch() throws Exception {
        var whole = Clips.make(folder, "late.mp4", "-f", "lavfi", "-i", "testsrc2=size=320x180:duration=1", "-c:v",
                "libx264", "-preset",
                "ultrafast");
        assertThat(probe(Clips.cut(whole, 0.5))).isInstanceOfSatisfying(Found.Refused.class,
                refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNFINISHED));
    }

    private Refusal refusal(String content) throws Exception {
        return refusal(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Refusal refusal(byte[] content) throws Exception {
        return ((Found.Refused) probe(Files.write(folder.resolve("upload"), content))).refusal();
    }

    private Found probe(Path file) throws Exception {
        return Clips.transcoder().probe(file, folder);
    }
}
