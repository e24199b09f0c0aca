package org.coursewright.platform.postgres;

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

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;
    private static final List<String> CONFIGURATION = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "scram_iterations=1", // they slow down who guesses passwords; ours are 192 random bits
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=128MB",
            "max_connections=80",
            "jit=off",
            "timezone=UTC",
            "wal_compression=pglz",
            "random_page_cost=1.1",
            "log_min_messages=warning");

    private final FolderLock lock;
    private final Path logFile;
    private final Path pidFile;
    private final ProcessBuilder command;
    private final int port;
    private final String password;
    private volatile Process process;
    private volatile boolean closing;

    private EmbeddedPostgres(FolderLock lock, Path home, Path cluster, Path postgres, Privileges privileges)
            throws IOException {
        this.lock = lock;
        this.logFile = home.resolve("postgres.log");
        this.password = Files.readString(home.resolve("password"));
        this.port = freePort();
        var command = new ArrayList<String>();
        if (Shell.attempt("setsid", "true").isPresent()) command.add("setsid"); // Ctrl-C must reach only this process
        command.addAll(privileges.before(List.of(postgres.toString(), "-D", cluster.toString(), "-p", "" + port)));
        CONFIGURATION.forEach(setting -> command.addAll(List.of("-c", setting)));
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
        var home = Files.createDirectories(data.resolve("postgres"));
        var cluster = home.resolve("18");
        var lock = FolderLock.take(data, home);
        try {
            var bin = PostgresBinaries.unpacked(data.resolve("cache")).resolve("bin");
            var privileges = Privileges.forFolders(home, cluster, bin.resolve("postgres"));
            if (!Files.exists(cluster.resolve("PG_VERSION"))) initialise(home, cluster, bin, privileges);
            Orphan.stop(cluster);
            var database = new EmbeddedPostgres(lock, home, cluster, bin.resolve("postgres"), privileges);
            log.info("PostgreSQL {} runs on port {}", PostgresBinaries.VERSION, database.port);
            return database;
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /// The address of the database that a running program has started in this data folder.
    public static Optional<String> running(Path data) throws IOException {
        var pidFile = data.resolve("postgres/18/postmaster.pid");
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
        var fresh = home.resolve("18.new");
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
        long end = System.nanoTime() + PATIENCE.toNanos();
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
        throw new IOException("PostgreSQL was not ready after " + PATIENCE.toSeconds() + " s (see " + logFile + ")");
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
