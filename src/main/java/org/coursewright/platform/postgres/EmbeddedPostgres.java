package org.coursewright.platform.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coursewright.platform.RandomCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL in `{data}/postgres`: durable (fsync and checksums on), on loopback, ended with this process.
///
/// One that was orphaned by a killed process is found by its pid file, stopped, and started anew. One that dies while
/// this process lives is started again, on the same port.
public final class EmbeddedPostgres implements AutoCloseable {

    /// Its major version, which names the folder of the cluster and decides which backups it can read.
    public static final String MAJOR = "18";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_RECOVERY = Duration.ofDays(7); // it reads all that was ever written
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;
    private static final List<String> CONFIGURATION = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "scram_iterations=1", // they slow down who guesses passwords; ours are 192 random bits
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=56MB",
            "io_method=sync", // no processes that read ahead: the pages of a school lie in memory
            "max_logical_replication_workers=0", // nothing is replicated from here, so nobody waits to start it
            "max_connections=80",
            "jit=off",
            "timezone=UTC",
            "wal_compression=pglz",
            "random_page_cost=1.1",
            "log_min_messages=warning");

    /// Settings that follow from where the cluster lies and who runs it.
    @FunctionalInterface
    private interface More {
        List<String> settings(Privileges privileges) throws IOException;
    }

    private final FolderLock lock;
    private final Path logFile;
    private final Path pidFile;
    private final ProcessBuilder command;
    private final Duration patience;
    private final int port;
    private final String password;
    private volatile Process process;
    private volatile boolean closing;

    private EmbeddedPostgres(
            FolderLock lock,
            Path home,
            Path postgres,
            Privileges privileges,
            List<String> more,
            Duration patience) throws IOException {
        var cluster = home.resolve(MAJOR);
        this.lock = lock;
        this.patience = patience;
        this.logFile = home.resolve("postgres.log");
        this.password = Files.readString(home.resolve("password"));
        this.port = freePort();
        var command = new ArrayList<String>();
        if (Shell.attempt("setsid", "true").isPresent()) command.add("setsid"); // Ctrl-C must reach only this process
        command.addAll(privileges.before(List.of(postgres.toString(), "-D", cluster.toString(), "-p", "" + port)));
        CONFIGURATION.forEach(setting -> command.addAll(List.of("-c", setting)));
        more.forEach(setting -> command.addAll(List.of("-c", setting)));
        this.command = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(home.toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        this.command.environment().keySet().removeIf(name -> name.startsWith("PG"));
        this.command.environment().put("LC_ALL", "C");
        this.pidFile = cluster.resolve("postmaster.pid");
        this.process = this.command.start();
        waitUntilReady();
        Thread.ofVirtual().name("postgres").start(this::keepRunning);
    }

    /// It recovers what was committed by itself. What is left of the one that died may hold its memory for a moment, so
    /// the next start can fail a few times.
    private void keepRunning() {
        try {
            for (long pause = SHORTEST_PAUSE; !closing; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
                int exit = process.waitFor();
                if (closing) return;
                log.error("PostgreSQL ended by itself (exit {}), see {}; it is started again", exit, logFile);
                Thread.sleep(pause);
                if (startAgain()) pause = SHORTEST_PAUSE;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean startAgain() {
        if (closing) return false;
        try {
            process = command.start();
            waitUntilReady();
            log.warn("PostgreSQL runs again on port {}", port);
            return true;
        } catch (IOException failed) {
            log.warn("PostgreSQL could not be started: {}", failed.getMessage());
            return false;
        }
    }

    /// Starts the database of a data folder, made at the first start.
    ///
    /// @param data the data folder
    /// @throws DataFolderInUse when another process has it
    public static EmbeddedPostgres start(Path data) throws IOException {
        return start(data, Optional.empty());
    }

    /// The same, and everything it writes is kept in an archive, too.
    ///
    /// @param backups folder of the backups, which has the archive
    public static EmbeddedPostgres start(Path data, Optional<Path> backups) throws IOException {
        return start(data, PATIENCE, privileges -> {
            if (backups.isEmpty()) return List.of();
            var archive = WalArchive.of(backups.get(), WalArchive.system(cluster(data)));
            archive.prepare(privileges);
            return archive.settings();
        });
    }

    /// The same, with settings that win over ours.
    public static EmbeddedPostgres start(Path data, List<String> settings) throws IOException {
        return start(data, PATIENCE, _ -> settings);
    }

    /// Starts a cluster that was put back from a backup: ready when it has read everything that it should.
    ///
    /// @param data a data folder whose cluster has a `recovery.signal`
    /// @param settings how far
    public static EmbeddedPostgres recover(Path data, List<String> settings) throws IOException {
        var all = new ArrayList<>(settings);
        all.add("hot_standby=off"); // else it says that it is ready when it can be read
        return start(data, PATIENCE_WITH_RECOVERY, _ -> all);
    }

    /// Keeps every program away from a data folder, until it is closed; stops what a killed one left behind.
    ///
    /// @throws DataFolderInUse when another process has it
    public static Closeable reserve(Path data) throws IOException {
        var lock = FolderLock.take(data, Files.createDirectories(data.resolve("postgres")));
        try {
            Orphan.stop(cluster(data));
            return lock;
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /// Where the cluster of a data folder lies.
    public static Path cluster(Path data) {
        return data.resolve("postgres").resolve(MAJOR);
    }

    private static EmbeddedPostgres start(Path data, Duration patience, More more) throws IOException {
        var home = Files.createDirectories(data.resolve("postgres"));
        var cluster = cluster(data);
        var lock = FolderLock.take(data, home);
        try {
            var bin = PostgresBinaries.unpacked(data.resolve("cache")).resolve("bin");
            var privileges = Privileges.forFolders(home, cluster, bin.resolve("postgres"));
            if (!Files.exists(cluster.resolve("PG_VERSION"))) initialise(home, cluster, bin, privileges);
            Orphan.stop(cluster);
            var database = new EmbeddedPostgres(
                    lock, home, bin.resolve("postgres"), privileges, more.settings(privileges), patience);
            log.info("PostgreSQL {} runs on port {}", PostgresBinaries.VERSION, database.port);
            return database;
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /// The address of the database that a running program has started in this data folder.
    public static Optional<String> running(Path data) throws IOException {
        var pidFile = cluster(data).resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) return Optional.empty();
        if (Orphan.process(lines).isEmpty()) return Optional.empty();
        var password = Files.readString(data.resolve("postgres/password"));
        return Optional.of(url(Integer.parseInt(lines.get(3).strip()), "postgres", password, "coursewright"));
    }

    /// JDBC URL of a database of this cluster, as its superuser.
    public String url(String database) {
        return url(port, "postgres", password, database);
    }

    public String password() {
        return password;
    }

    private static String url(int port, String user, String password, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user + "&password=" + password;
    }

    @Override
    public void close() {
        closing = true;
        end();
    }

    /// After a start that is under way.
    private synchronized void end() {
        try {
            Orphan.signal("-INT", process.pid());
            if (!process.waitFor(30, TimeUnit.SECONDS)) Orphan.signal("-QUIT", process.pid());
            process.waitFor(10, TimeUnit.SECONDS);
            lock.close();
        } catch (IOException failed) {
            log.warn("PostgreSQL did not stop cleanly; it recovers by itself at the next start", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void initialise(Path home, Path cluster, Path bin, Privileges privileges) throws IOException {
        var password = home.resolve("password");
        if (!Files.exists(password)) {
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(password, onlyOwner);
            Files.writeString(password, RandomCode.of(24));
        }
        var fresh = home.resolve(MAJOR + ".new");
        Shell.run(List.of("rm", "-rf", fresh.toString()));
        var readable = Files.createTempFile(home, "password", "");
        try {
            Files.writeString(readable, Files.readString(password));
            privileges.give(readable);
            Shell.run(privileges.before(List.of(
                    bin.resolve("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + readable,
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions")));
        } finally {
            Files.deleteIfExists(readable);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void waitUntilReady() throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive())
                throw new IOException("PostgreSQL did not start: " + lastLine() + " (see " + logFile + ")");
            if (isReady()) return;
            try {
                process.onExit().get(10, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException | ExecutionException stop) {
                throw new IOException("interrupted while PostgreSQL started", stop);
            }
        }
        throw new IOException("PostgreSQL was not ready after " + patience.toSeconds() + " s (see " + logFile + ")");
    }

    private boolean isReady() {
        try {
            var lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.get(7).strip().equals("ready")
                    && lines.getFirst().strip().equals("" + process.pid());
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLine() throws IOException {
        var lines = Files.readAllLines(logFile);
        return lines.isEmpty() ? "no message" : lines.getLast();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
