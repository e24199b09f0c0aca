package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Puts around an ffmpeg command what this machine offers: no network, lowest priority, hard limits. Each wrapper
/// replaces itself by the next program, so the process we started is the ffmpeg that we watch and may have to end.
final class Sandbox {

    private final List<String> wrappers;
    private final boolean limits;

    private Sandbox(List<String> wrappers, boolean limits) {
        this.wrappers = wrappers;
        this.limits = limits;
    }

    static Sandbox ofThisMachine() {
        var wrappers = new ArrayList<String>();
        var apart = List.of("/usr/bin/setsid"); // Ctrl-C must reach only this program, which ends its encoders itself
        if (runs(apart)) wrappers.addAll(apart);
        var alone = List.of("/usr/bin/unshare", "--user", "--net", "--");
        if (runs(alone)) wrappers.addAll(alone);
        var polite = List.of("/usr/bin/nice", "-n", "10");
        if (runs(polite)) wrappers.addAll(polite);
        var idle = List.of("/usr/bin/ionice", "-c", "3");
        if (runs(idle)) wrappers.addAll(idle);
        return new Sandbox(List.copyOf(wrappers), Files.isExecutable(Path.of("/usr/bin/prlimit")));
    }

    List<String> around(List<String> command, Limits limit) {
        var all = new ArrayList<>(wrappers);
        if (limits) {
            all.add("/usr/bin/prlimit");
            all.addAll(limit.arguments());
            all.add("--");
        }
        all.addAll(command);
        return all;
    }

    private static boolean runs(List<String> wrapper) {
        if (!Files.isExecutable(Path.of(wrapper.getFirst()))) return false;
        var command = new ArrayList<>(wrapper);
        command.add("/bin/true");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
