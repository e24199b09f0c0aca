package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the sandbox of this machine keeps ffmpeg from, tried with ffmpeg and without the lists of what it may open.
@Tag("video")
class SandboxTest {

    private static final int SESSION = 3;
    private static final Ffmpeg FFMPEG = Clips.transcoder().program();
    private static final Sandbox SANDBOX = Sandbox.ofThisMachine(FFMPEG);

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void ffmpegCannotOpenAConnection() throws Exception {
        assumeTrue(SANDBOX.closesNetwork());
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/film.mp4";
            var run = run("-v", "error", "-rw_timeout", "2000000", "-i", url, "-f", "null", "-");
            assertThat(run.done()).isFalse();
            assertThat(calls(server)).isFalse();
            var outside = new ProcessBuilder(FFMPEG.ffmpeg().toString(), "-v", "error", "-rw_timeout", "200000", "-i",
                    url, "-f", "null", "-");
            outside.environment().putAll(FFMPEG.environment());
            outside.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            assertThat(calls(server)).as("without the sandbox the same command calls").isTrue();
        }
    }

    @Test
    void ffmpegReadsNoFileButItsOwn() throws Exception {
        assumeTrue(SANDBOX.closesFiles());
        var secret = Clips.silent(elsewhere, "64x36", 0.2);
        var script = Files.writeString(folder.resolve("script.txt"), "ffconcat version 1.0\nfile '" + secret + "'\n");
        assertThat(run("-v", "error", "-i", secret.toString(), "-f", "null", "-").log()).contains("No such file");
        assertThat(run("-v", "error", "-f", "concat", "-safe", "0", "-i", "file:" + script, "-f", "null", "-").done())
                .isFalse();
        for (var file : List.of("/etc/passwd", "/proc/1/environ", "/proc/self/maps"))
            assertThat(run("-v", "error", "-f", "rawvideo", "-video_size", "2x2", "-i", file, "-f", "null", "-").log())
                    .as(file).contains("No such file");
        var given = run("-v", "error", "-i", "file:" + secret, "-c", "copy", "taken.mp4");
        assertThat(given.done()).as(given.log()).isTrue();
        assertThat(folder.resolve("taken.mp4")).isNotEmptyFile();
    }

    @Test
    void ffmpegWritesNowhereElse() throws Exception {
        assumeTrue(SANDBOX.closesFiles());
        var clip = Clips.silent(elsewhere, "64x36", 0.2);
        var target = elsewhere.resolve("written.mp4");
        run("-v", "error", "-i", "file:" + clip, "-c", "copy", "-y", target.toString());
        run("-v", "error", "-i", "file:" + clip, "-c", "copy", "-y", clip.toString());
        assertThat(target).doesNotExist();
        assertThat(run("-v", "error", "-i", "file:" + clip, "-f", "null", "-").done()).as("still whole").isTrue();
    }

    /// As where a container forbids it: the program is there, and does not work.
    @Test
    void aRoomThatCannotBeMadeGivesWayToWhatWorks() throws Exception {
        for (var name : List.of("setsid", "nice", "ionice", "prlimit", "unshare", "setpriv"))
            Files.createSymbolicLink(folder.resolve(name), Path.of("/usr/bin", name));
        script("bwrap", "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1");
        var second = Sandbox.of(folder, FFMPEG);
        assertThat(second.closesFiles()).isFalse();
        assertThat(second.closesNetwork()).isEqualTo(SANDBOX.closesNetwork());
        assertThat(around(second)).doesNotContain(folder + "/bwrap").contains(FFMPEG.ffmpeg().toString());
        Files.delete(folder.resolve("unshare"));
        script("unshare", "exit 1");
        var third = Sandbox.of(folder, FFMPEG);
        assertThat(third.closesNetwork()).isFalse();
        assertThat(around(third)).doesNotContain(folder + "/unshare").contains(folder + "/prlimit");
    }

    /// A terminal sends Ctrl-C to all of its session: an encoder that hears it gives up for good, while the program only
    /// wants to stop.
    @Test
    void theInterruptOfATerminalDoesNotReachTheEncoder() throws Exception {
        var process = start("/usr/bin/sleep", "60");
        var inner = inner(process, "sleep");
        assertThat(session(Files.readString(Path.of("/proc/" + inner.pid() + "/stat"))))
                .isNotEqualTo(session(Files.readString(Path.of("/proc/self/stat"))));
        process.destroyForcibly();
        assertThat(inner.onExit().get(5, TimeUnit.SECONDS).isAlive()).as("who ends the one ends the other").isFalse();
    }

    @Test
    void theWorkOfAnEncoderIsCountedThroughTheSandbox() throws Exception {
        var busy = start("/bin/sh", "-c", "while :; do :; done");
        for (var tries = 0; tries < 100 && Runner.cpu(busy).compareTo(Duration.ofMillis(300)) < 0; tries++)
            Thread.sleep(100);
        assertThat(Runner.cpu(busy)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        busy.destroyForcibly();
        assertThat(busy.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void aFailureIsToldAsItIs() throws Exception {
        assertThat(start("/bin/sh", "-c", "exit 3").waitFor()).isEqualTo(3);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return new Runner(FFMPEG, SANDBOX).run(List.of(arguments), folder, Limits.PROBE, Duration.ofSeconds(1),
                _ -> true);
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(SANDBOX.around(List.of(command), folder, Limits.PROBE)).start();
    }

    private List<String> around(Sandbox sandbox) throws Exception {
        var command = sandbox.around(List.of(FFMPEG.ffmpeg().toString(), "-version"), folder, Limits.PROBE);
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        FfmpegSetup.replace(builder.environment(), FFMPEG.environment());
        assertThat(builder.start().waitFor()).as(command + ": " + Files.readString(folder.resolve("log"))).isZero();
        return command;
    }

    private void script(String name, String body) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static boolean calls(ServerSocket server) throws IOException {
        try (var caller = server.accept()) {
            return caller.isConnected();
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    private static ProcessHandle inner(Process process, String program) throws Exception {
        for (var tries = 0; tries < 100; tries++) {
            var found = Stream.concat(Stream.of(process.toHandle()),
                    process.descendants())
                    .filter(each -> each.info().command().orElse("").endsWith(program)).findFirst();
            if (found.isPresent()) return found.get();
            Thread.sleep(50);
        }
        throw new AssertionError("no " + program + " runs");
    }

    private static String session(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[SESSION];
    }
}
