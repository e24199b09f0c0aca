package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("video")
class FfmpegSetupTest {

    @Test
    void theBundledFfmpegStarts() {
        assertThat(Clips.transcoder().program().trouble()).isNull();
        assertThat(Clips.transcoder().program().version()).startsWith("8.");
    }

    @Test
    void ffmpegStartsWithEmptyLibrariesInPlaceOfTheOnesAServerLacks(@TempDir Path folder) throws Exception {
        for (var name : StubLibrary.HARMLESS)
            StubLibrary.write(folder, name);
        var program = Clips.transcoder().program();
        var libraries = folder + ":" + program.libraries();
        var process = new ProcessBuilder(program.ffmpeg().toString(), "-v", "error", "-f", "lavfi", "-i",
                "testsrc2=duration=0.1", "-f", "null",
                "-");
        process.environment().put("LD_LIBRARY_PATH", libraries);
        var running = process.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        assertThat(running.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
    }

    @Test
    void aLibraryThatAnotherProcessHasJustReplacedIsNoTrouble(@TempDir Path folder) throws Exception {
        var starts = new AtomicInteger();
        var answer = FfmpegSetup.withStubs(folder, () -> {
            if (starts.getAndIncrement() > 0) return new FfmpegSetup.Answer(0, "ffmpeg version 8");
            StubLibrary.write(folder, "libpulse.so.0");
            return missing("libpulse.so.0");
        });
        assertThat(answer.code()).isZero();
    }

    @Test
    void aLibraryThatStaysMissingIsToldAfterOneMoreTry(@TempDir Path folder) throws Exception {
        var starts = new AtomicInteger();
        var answer = FfmpegSetup.withStubs(folder, () -> {
            starts.incrementAndGet();
            return missing("libpulse.so.0");
        });
        assertThat(answer.code()).isEqualTo(127);
        assertThat(starts).hasValue(2);
    }

    @Test
    void aLibraryThatFfmpegCallsIsNeverReplaced(@TempDir Path folder) throws Exception {
        assertThat(FfmpegSetup.withStubs(folder, () -> missing("libstdc++.so.6")).code()).isEqualTo(127);
        assertThat(folder).isEmptyDirectory();
    }

    private static FfmpegSetup.Answer missing(String library) {
        return new FfmpegSetup.Answer(127,
                "ffmpeg: error while loading shared libraries: " + library + ": cannot open shared object file");
    }

    @Test
    void aWrongPathIsAnsweredWithWhatToSet(@TempDir Path folder) {
        var found = new FfmpegSetup(folder).find(folder.resolve("nowhere"));
        assertThat(found.works()).isFalse();
        assertThat(found.trouble()).contains("coursewright.video.ffmpeg").contains("nowhere");
    }

    @Test
    void nothingOfOurEnvironmentReachesTheProgram() {
        assertThat(Clips.transcoder().program().environment()).containsOnlyKeys("HOME", "LC_ALL", "PATH",
                "LD_LIBRARY_PATH");
    }
}
