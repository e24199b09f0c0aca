package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Starts ffmpeg inside the sandbox, listens to its progress, and ends it when it is told to or when it is stuck.
final class Runner {

    private static final int LOG_SIZE = 8_000;
    /// No probe can have used up its CPU time by then, on however many cores.
    private static final Duration QUICK = Duration.ofSeconds(4);
    private static final int SIGKILL = 128 + 9;
    private static final int SIGXCPU = 128 + 24;

    private final Ffmpeg ffmpeg;
    private final Sandbox sandbox;

    Runner(Ffmpeg ffmpeg, Sandbox sandbox) {
        this.ffmpeg = ffmpeg;
        this.sandbox = sandbox;
    }

    /// Runs to the end. `goOn` is asked about once a second with the latest progress; false ends the process.
    Run run(List<String> arguments, Path folder, Limits limits, Duration total, Predicate<Progress> goOn)
            throws IOException, InterruptedException {
        var command = sandbox.around(Stream.concat(
                Stream.of(ffmpeg.ffmpeg().toString()), arguments.stream()).toList(), folder, limits);
        var process = start(command, folder);
        var note = ProcessNote.child(folder);
        ProcessNote.write(note, process.toHandle());
        try {
            return watch(process, limits, total, goOn);
        } finally {
            end(process);
            Files.deleteIfExists(note);
        }
    }

    /// Runs ffprobe and hands over what it wrote to standard output.
    ///
    /// @throws IOException also when somebody else ended it, which says nothing about the file
    Answer ask(List<String> arguments, Path folder, Duration patience) throws IOException, InterruptedException {
        var command = sandbox.around(Stream.concat(
                Stream.of(ffmpeg.ffprobe().toString()), arguments.stream()).toList(), folder, Limits.PROBE);
        long began = System.nanoTime();
        var process = start(command, folder);
        try {
            var out = new StringBuffer();
            var log = new Tail(LOG_SIZE);
            var readers = List.of(read(process.inputReader(UTF_8), line -> out.append(line).append('\n')),
                    read(process.errorReader(UTF_8), log::line));
            var inTime = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) end(process);
            for (var reader : readers)
                reader.join();
            if (inTime && process.exitValue() == SIGKILL && System.nanoTime() - began < QUICK.toNanos())
                throw new IOException("ffprobe was ended by somebody else");
            return new Answer(inTime ? process.exitValue() : -1, out.toString(), log.text());
        } finally {
            end(process);
        }
    }

    record Answer(int code, String out, String log) {}

    private Process start(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        FfmpegSetup.replace(builder.environment(), ffmpeg.environment());
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Run watch(Process process, Limits limits, Duration total, Predicate<Progress> goOn)
            throws InterruptedException {
        var progress = new Progress.Reader(total);
        var log = new Tail(LOG_SIZE);
        var readers = List.of(read(process.inputReader(UTF_8), line -> {
            synchronized (progress) {
                progress.line(line);
            }
        }), read(process.errorReader(UTF_8), log::line));
        var watchdog = new Watchdog(System.nanoTime());
        var used = Duration.ZERO;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            Duration out;
            Progress now;
            synchronized (progress) {
                out = progress.out();
                now = progress.now();
            }
            if (!goOn.test(now)) return ended(process, readers, log, Run.Ending.CANCELLED);
            var cpu = cpu(process);
            if (cpu.compareTo(used) > 0) used = cpu;
            if (watchdog.stuck(out, cpu, System.nanoTime())) return ended(process, readers, log, Run.Ending.STUCK);
        }
        for (var reader : readers)
            reader.join();
        return new Run(ending(process.exitValue(), log.text(), limits.near(used)), process.exitValue(), log.text());
    }

    /// Of what was started and of what that started: a sandbox may stand between us and ffmpeg.
    static Duration cpu(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Run ended(Process process, List<Thread> readers, Tail log, Run.Ending ending)
            throws InterruptedException {
        end(process);
        for (var reader : readers)
            reader.join();
        return new Run(ending, process.exitValue(), log.text());
    }

    /// @param spent whether it had used about as much CPU time as it may
    private static Run.Ending ending(int code, String log, boolean spent) {
        if (code == 0) return Run.Ending.DONE;
        if (log.contains("No space left on device")) return Run.Ending.DISK_FULL;
        if (code == SIGXCPU) return Run.Ending.TOO_SLOW;
        if (code == SIGKILL) return spent ? Run.Ending.TOO_SLOW : Run.Ending.KILLED;
        return Run.Ending.FAILED;
    }

    /// ffmpeg closes its files on the first signal, which may take some seconds; the second is not asked. In a room of its
    /// own it ends at once, with the process outside.
    private static void end(Process process) {
        if (!process.isAlive()) return;
        process.destroy();
        try {
            if (process.waitFor(5, TimeUnit.SECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly().onExit().join();
    }

    private static Thread read(BufferedReader from, Consumer<String> line) {
        return Thread.ofVirtual().start(() -> {
            try (from) {
                for (var text = from.readLine(); text != null; text = from.readLine())
                    line.accept(text);
            } catch (IOException _) {
                // the process is gone, and with it what it had to say
            }
        });
    }

    /// The last characters of what a process writes, without the loader's remarks about our empty libraries.
    private static final class Tail {

        private final int size;
        private final StringBuilder text = new StringBuilder();

        Tail(int size) {
            this.size = size;
        }

        synchronized void line(String line) {
            if (line.contains("no version information available")) return;
            text.append(line, 0, Math.min(line.length(), size)).append('\n');
            if (text.length() > size) text.delete(0, text.length() - size);
        }

        synchronized String text() {
            return text.toString().strip();
        }
    }
}
