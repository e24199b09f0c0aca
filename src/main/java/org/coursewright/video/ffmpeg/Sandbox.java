package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts around an ffmpeg command what this machine offers: a room of its own or at least no network, lowest priority, hard
/// limits. What is offered is found out by running ffmpeg in it: a kernel, a container or a profile may forbid what is
/// installed.
final class Sandbox {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final Path PROGRAMS = Path.of("/usr/bin");
    private static final List<String> NOTHING = List.of("/bin/true");
    private static final String FILE = "file:";

    private final List<String> wrappers;
    private final @Nullable String limiter;
    private final List<String> withoutNetwork;
    private final @Nullable Bubblewrap room;

    private Sandbox(
            List<String> wrappers, @Nullable String limiter, List<String> withoutNetwork, @Nullable Bubblewrap room) {
        this.wrappers = wrappers;
        this.limiter = limiter;
        this.withoutNetwork = withoutNetwork;
        this.room = room;
    }

    static Sandbox ofThisMachine(Ffmpeg ffmpeg) {
        return of(PROGRAMS, ffmpeg);
    }

    /// For a program that needs files which only the operator knows, such as models: all but the room.
    static Sandbox withoutRoom() {
        var alone = alone(PROGRAMS);
        boolean works = trouble(alone, NOTHING, Map.of()).isEmpty();
        return new Sandbox(wrappers(PROGRAMS), limiter(PROGRAMS), works ? alone : List.of(), null);
    }

    /// @param programs folder of what it is made of
    static Sandbox of(Path programs, Ffmpeg ffmpeg) {
        var wrappers = wrappers(programs);
        var limiter = limiter(programs);
        var trial = List.of(ffmpeg.ffmpeg().toString(), "-version");
        var room = Bubblewrap.of(programs, ffmpeg);
        var noRoom = trouble(room.around(ffmpeg.folder(), List.of()), trial, ffmpeg.environment());
        if (noRoom.isEmpty()) {
            log.info("ffmpeg runs in a room of its own (bwrap): no network, no other process, no file but its own");
            return new Sandbox(wrappers, limiter, List.of(), room);
        }
        var alone = alone(programs);
        var noUnshare = trouble(alone, trial, ffmpeg.environment());
        if (noUnshare.isEmpty()) {
            log.info("ffmpeg runs without network (unshare), but may read what this program may: {}", noRoom);
            return new Sandbox(wrappers, limiter, alone, null);
        }
        log.warn("ffmpeg runs with its limits alone, and could use the network: {}; {}", noRoom, noUnshare);
        return new Sandbox(wrappers, limiter, List.of(), null);
    }

    private static List<String> wrappers(Path programs) {
        var wrappers = new ArrayList<String>();
        for (var wrapper : List.of(
                List.of(programs + "/setsid"), // Ctrl-C must reach only this program, which ends its encoders itself
                List.of(programs + "/nice", "-n", "10"),
                List.of(programs + "/ionice", "-c", "3")))
            if (trouble(wrapper, NOTHING, Map.of()).isEmpty()) wrappers.addAll(wrapper);
        return wrappers;
    }

    private static List<String> alone(Path programs) {
        return List.of(programs + "/unshare", "--user", "--net", "--");
    }

    private static @Nullable String limiter(Path programs) {
        var prlimit = programs.resolve("prlimit");
        return Files.isExecutable(prlimit) ? prlimit.toString() : null;
    }

    /// Whether a run can reach no network.
    boolean closesNetwork() {
        return room != null || !withoutNetwork.isEmpty();
    }

    /// Whether a run sees no files but its own.
    boolean closesFiles() {
        return room != null;
    }

    /// @param command ffmpeg with its arguments; what they call `file:/…` can be read
    /// @param folder where it may write, and starts
    List<String> around(List<String> command, Path folder, Limits limit) {
        var all = new ArrayList<>(wrappers);
        if (limiter != null) {
            all.add(limiter);
            all.addAll(limit.arguments());
            all.add("--");
        }
        all.addAll(withoutNetwork);
        if (room != null)
            all.addAll(room.around(folder.toAbsolutePath(), command.stream()
                    .filter(argument -> argument.startsWith(FILE))
                    .map(argument -> Path.of(argument.substring(FILE.length())))
                    .toList()));
        all.addAll(command);
        return all;
    }

    /// @return why the wrapper does not run the command, as the operator may read it; empty where it does
    private static String trouble(List<String> wrapper, List<String> command, Map<String, String> environment) {
        var program = wrapper.getFirst();
        if (!Files.isExecutable(Path.of(program))) return program + " is not installed";
        var all = new ArrayList<>(wrapper);
        all.addAll(command);
        try {
            var builder = new ProcessBuilder(all).redirectErrorStream(true);
            FfmpegSetup.replace(builder.environment(), environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int code = process.waitFor();
            return code == 0 ? "" : program + " ends with " + code + ", " + said.strip();
        } catch (IOException failed) {
            return program + " does not start, " + failed.getMessage();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return program + " was interrupted";
        }
    }
}
