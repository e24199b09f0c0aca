package org.coursewright.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The program as an operator starts it, `bin/coursewright serve`, on a data folder and a free port.
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final Path data;
    private final int port;
    private final Process process;
    private final double startedAfterMillis;

    /// Returns once a page is answered.
    ///
    /// @param data the data folder, made when it is missing
    Server(Path home, Path data) throws IOException, InterruptedException {
        this.home = home;
        this.data = data;
        this.port = freePort();
        Files.createDirectories(data);
        long began = System.nanoTime();
        this.process = command("serve").redirectErrorStream(true)
                .redirectOutput(data.resolve("serve.log").toFile())
                .start();
        try {
            waitForTheFirstPage();
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
        this.startedAfterMillis = (System.nanoTime() - began) / 1e6;
    }

    int port() {
        return port;
    }

    /// From the start of the process to the first answered page.
    double startedAfterMillis() {
        return startedAfterMillis;
    }

    Processes processes() throws IOException {
        var postmaster = Files.readAllLines(data.resolve("postgres/18/postmaster.pid")).getFirst().strip();
        return new Processes(process.pid(), Long.parseLong(postmaster));
    }

    /// The database as its superuser; one connection, to be closed.
    SingleConnectionDataSource database() throws IOException {
        var url = EmbeddedPostgres.running(data).orElseThrow(() -> new IOException("PostgreSQL is not running"));
        return new SingleConnectionDataSource(url, true);
    }

    /// What a statement answers, as text.
    String ask(String sql) throws IOException {
        var database = database();
        try {
            return JdbcClient.create(database).sql(sql).query((row, _) -> String.valueOf(row.getString(1))).single();
        } finally {
            database.destroy();
        }
    }

    /// Runs a command of the program to its end.
    String run(String... arguments) throws IOException, InterruptedException {
        var running = command(arguments).redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) throw new IOException(String.join(" ", arguments) + " failed:\n" + said);
        return said;
    }

    /// A school and a token that may push to it.
    String schoolWithToken(String slug) throws IOException, InterruptedException {
        run("school", "create", slug, "--owner", "bench@example.org");
        var said = run("token", "create", "--school", slug);
        var token = Pattern.compile("(?m)^\\s*(\\S{20,})\\s*$").matcher(said);
        if (!token.find()) throw new IOException("no token in: " + said);
        return token.group(1);
    }

    void push(Path folder, String slug, String token, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("push", folder.toString(), "--school", slug, "--url",
                "http://localhost:" + port, "--token", token));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    private ProcessBuilder command(String... arguments) {
        var words = new ArrayList<>(List.of(home.resolve("bin/coursewright").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(data.toFile());
        var environment = builder.environment();
        environment.put("COURSEWRIGHT_DATA", data.toString());
        environment.put("COURSEWRIGHT_URL", "http://localhost:" + port);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("COURSEWRIGHT_DEMO", "false");
        return builder;
    }

    private void waitForTheFirstPage() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive())
                throw new IOException("the program ended:\n" + Files.readString(data.resolve("serve.log")));
            try (var line = new Line(port)) {
                if (line.get("localhost:" + port, "/", "").status() == 200) return;
            } catch (IOException notYet) {
                Thread.sleep(5);
            }
        }
        throw new IOException("no page after " + PATIENCE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
