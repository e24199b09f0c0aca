package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final int SESSION = 3;

    /// A terminal sends Ctrl-C to all of its session: an encoder that hears it gives up for good, while the program only
    /// wants to stop.
    @Test
    void theInterruptOfATerminalDoesNotReachTheEncoder() throws Exception {
        var command = Sandbox.ofThisMachine().around(List.of("cat", "/proc/self/stat"), Limits.PROBE);
        var process = new ProcessBuilder(command).start();
        var theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(session(theirs)).isNotEqualTo(session(Files.readString(Path.of("/proc/self/stat"))));
        assertThat(theirs).as("the process that was started is the one that runs").startsWith(process.pid() + " ");
    }

    private static String session(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[SESSION];
    }
}
