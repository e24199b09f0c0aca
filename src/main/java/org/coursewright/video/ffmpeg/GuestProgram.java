package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Runs a program of the operator's choice in a sandbox like that of ffmpeg: without network, without our environment, at the
/// lowest priority. There is no shell: each word reaches the program as it is.
public final class GuestProgram {

    private static final int MOST_OUTPUT = 16 << 20;
    private static final int LOG_SIZE = 4_000;
    private static final int SIGKILL = 128 + 9;
    private static final int SIGXCPU = 128 + 24;
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/bin"));

    private final Sandbox sandbox;

    private GuestProgram(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static GuestProgram onThisMachine() {
        return new GuestProgram(Sandbox.withoutRoom());
    }

    /// How it ended, and what it wrote to standard output.
    public record Answer(Run run, String out) {}

    /// Where a program lies: an absolute path, or a name in one of the usual folders; empty where it does not.
    public static Optional<Path> find(String program) {
        if (program.startsWith("/")) return Optional.of(Path.of(program)).filter(Files::isExecutable);
        if (program.contains("/")) return Optional.empty();
        return FOLDERS.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst();
    }

    /// @param command its first word was [#find]ed
    /// @param folder its working folder and its home
    /// @param patience on the clock; it may use as much CPU time on each core
    /// @param goOn asked about once a second; false ends the program
    public Answer run(List<String> command, Path folder, Duration patience, BooleanSupplier goOn)
            throws IOException, InterruptedException {
        var limits = Limits.guest(patience);
        var builder = new ProcessBuilder(sandbox.around(command, folder, limits)).directory(folder.toFile());
        FfmpegSetup.replace(builder.environment(),
                Map.of("HOME", folder.toString(), "LC_ALL", "C.UTF-8", "PATH", "/usr/local/bin:/usr/bin:/bin"));
        var process = builder.start();
        process.getOutputStream().close();
        var note = ProcessNote.child(folder);
        ProcessNote.write(note, process.toHandle());
        try {
            return watch(process, patience, limits, goOn);
        } finally {
            end(process);
            Files.deleteIfExists(note);
        }
    }

    private static Answer watch(Process process, Duration patience, Limits limits, BooleanSupplier goOn)
            throws InterruptedException {
        var out = read(process, process.getInputStream(), MOST_OUTPUT);
        var log = read(process, process.getErrorStream(), MOST_OUTPUT);
        long end = System.nanoTime() + patience.toNanos();
        var used = Duration.ZERO;
        var ending = Run.Ending.DONE;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            used = process.info().totalCpuDuration().orElse(used);
            if (!goOn.getAsBoolean()) ending = Run.Ending.CANCELLED;
            else if (System.nanoTime() > end) ending = Run.Ending.TOO_SLOW;
            if (ending != Run.Ending.DONE) end(process);
        }
        if (ending == Run.Ending.DONE) ending = ending(process.exitValue(), limits.near(used));
        return new Answer(new Run(ending, process.exitValue(), last(text(log))), text(out));
    }

    private static Run.Ending ending(int code, boolean spent) {
        if (code == 0) return Run.Ending.DONE;
        if (code == SIGXCPU) return Run.Ending.TOO_SLOW;
        if (code == SIGKILL) return spent ? Run.Ending.TOO_SLOW : Run.Ending.KILLED;
        return Run.Ending.FAILED;
    }

    /// With all that it started, which is not beyond its own children.
    private static void end(Process process) {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /// What is written beyond the limit ends the program: nobody would read it.
    private static FutureTask<byte[]> read(Process process, InputStream from, int most) {
        var task = new FutureTask<>(() -> {
            try (from) {
                var bytes = from.readNBytes(most);
                if (bytes.length == most) process.destroyForcibly();
                return bytes;
            }
        });
        Thread.ofVirtual().start(task);
        return task;
    }

    private static String text(FutureTask<byte[]> reading) throws InterruptedException {
        try {
            return new String(reading.get(), UTF_8);
        } catch (ExecutionException _) {
            return ""; // the process is gone, and with it what it had to say
        }
    }

    private static String last(String text) {
        return text.substring(Math.max(0, text.length() - LOG_SIZE)).strip();
    }
}
