package org.coursewright.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL whose parent was killed: it still runs and holds the cluster.
final class Orphan {

    private static final Logger log = LoggerFactory.getLogger(Orphan.class);
    private static final int PATIENCE_SECONDS = 20;

    private Orphan() {}

    static void stop(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var orphan = process(Files.readAllLines(pidFile));
        if (orphan.isEmpty()) return; // stale: PostgreSQL removes it itself
        log.warn("Stopping PostgreSQL {} that a killed program left behind", orphan.get().pid());
        signal("-INT", orphan.get().pid());
        if (ended(orphan.get())) return;
        signal("-QUIT", orphan.get().pid());
        if (!ended(orphan.get())) throw new IOException("PostgreSQL " + orphan.get().pid() + " does not stop");
    }

    /// The process that a pid file names, if it really is a PostgreSQL.
    static Optional<ProcessHandle> process(List<String> pidFile) {
        if (pidFile.isEmpty()) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
                .filter(found -> found.info().command().map(path -> path.endsWith("/postgres")).orElse(false));
    }

    static void signal(String signal, long pid) throws IOException {
        Shell.run(List.of("kill", signal, Long.toString(pid)));
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException | ExecutionException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
