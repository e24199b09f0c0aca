package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coursewright.platform.DatabaseUrls;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Several nodes over one PostgreSQL that is not theirs and one storage, behind a balancer.
final class Cluster implements AutoCloseable {

    private static final int SLOTS = 4;

    private final Path home;
    private final Path work;
    private final EmbeddedPostgres postgres;
    private final DatabaseUrls urls;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Integer> slots = new ArrayList<>();
    private final Balancer balancer;

    /// Two web nodes and two workers, all ready.
    ///
    /// @param port of the balancer
    /// @param more settings of all nodes, such as `COURSEWRIGHT_STORAGE`
    Cluster(Path home, Path work, int port, Map<String, String> more) throws Exception {
        this(home, work, port, more, List.of("web-1", "web-2", "worker-1", "worker-2"));
    }

    /// @param names of the nodes, the first of them one of the web
    Cluster(Path home, Path work, int port, Map<String, String> more, List<String> names) throws Exception {
        this.home = home;
        this.work = Files.createDirectories(work);
        this.postgres = EmbeddedPostgres.start(work.resolve("database"));
        this.urls = DatabaseUrls.of(postgres);
        environment.put("COURSEWRIGHT_URL", "http://localhost:" + port);
        environment.put("COURSEWRIGHT_DATABASE_URL", urls.program());
        environment.put("COURSEWRIGHT_DATABASE_OWNER_URL", urls.owner());
        environment.put("COURSEWRIGHT_STORAGE", "file:" + work.resolve("storage"));
        environment.put("COURSEWRIGHT_DEMO", "false");
        environment.put("COURSEWRIGHT_AOT", "off");
        environment.putAll(more);
        try {
            this.balancer = started(port, names);
        } catch (Exception failed) {
            stop();
            throw failed;
        }
    }

    private Balancer started(int port, List<String> names) throws Exception {
        var mailbox = Files.createDirectories(work.resolve("mailbox"));
        for (int i = 0; i < SLOTS; i++)
            slots.add(Node.freePort());
        for (var name : names) {
            var data = Files.createDirectories(work.resolve(name));
            Files.createSymbolicLink(data.resolve("mailbox"), mailbox);
            start(name);
            if (nodes.size() == 1) node(name).waitUntilReady(); // it migrates; the rest need not fight for it
        }
        for (var node : nodes.values())
            node.waitUntilReady();
        return new Balancer(work, port, slots);
    }

    int port() {
        return balancer.port();
    }

    Wire wire() {
        return new Wire(port());
    }

    /// Process of the first part of PostgreSQL.
    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(work.resolve("database/postgres/18/postmaster.pid")).getFirst().strip());
    }

    /// All of PostgreSQL.
    List<Long> databaseProcesses() throws IOException {
        var all = new ArrayList<>(List.of(postmaster()));
        ProcessHandle.of(all.getFirst()).ifPresent(first -> first.descendants().forEach(child -> all.add(child.pid())));
        return all;
    }

    /// @param signal such as `-KILL`
    void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("kill", signal));
        pids.forEach(pid -> words.add("" + pid));
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    /// Lets them in, see [SignedIn].
    void students(List<String> names) throws InterruptedException {
        for (var sql : SignedIn.students(names)) tell(sql);
    }

    Map<String, String> environment() {
        return environment;
    }

    Node node(String name) {
        var node = nodes.get(name);
        if (node == null) throw new IllegalArgumentException("no node " + name);
        return node;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /// @param name `web-N` takes the balancer's slot N, anything else is a worker
    Node start(String name) throws IOException {
        boolean web = name.startsWith("web-");
        int port = web ? slots.get(Integer.parseInt(name.substring(4)) - 1) : Node.freePort();
        var node = new Node(home, work.resolve(name), name, web ? "web" : "worker", port, environment);
        nodes.put(name, node);
        return node;
    }

    /// As an init system does: a node that ended, such as one that was starting when the database was killed, is started
    /// again. Until it is interrupted.
    void keepRunning(Consumer<String> broken) {
        try {
            while (true) {
                for (var node : nodes())
                    node.startAgain();
                Thread.sleep(500);
            }
        } catch (InterruptedException enough) {
            // the faults are over
        } catch (IOException failed) {
            broken.accept("a node cannot be started: " + failed);
        }
    }

    /// Runs a command of the program to its end.
    String run(String... arguments) throws IOException, InterruptedException {
        var running = Node.command(home, work, environment, arguments).redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) throw new IOException(String.join(" ", arguments) + " failed:\n" + said);
        return said;
    }

    /// A school and a token that may do everything there.
    String schoolWithToken(String slug) throws IOException, InterruptedException {
        run("school", "create", slug, "--owner", "bench@example.org");
        var token = Pattern.compile("(?m)^\\s*(\\S{20,})\\s*$").matcher(run("token", "create", "--school", slug));
        if (!token.find()) throw new IOException("no token");
        return token.group(1);
    }

    void push(Path folder, String slug, String token, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("push", folder.toString(), "--school", slug, "--url",
                "http://localhost:" + port(), "--token", token));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
    }

    /// The first column of the first row, as text; as the owner of the schema. Waits for a database that is away.
    String ask(String sql) throws InterruptedException {
        return insist(jdbc -> jdbc.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).single());
    }

    void tell(String sql) throws InterruptedException {
        insist(jdbc -> jdbc.sql(sql).update());
    }

    private <T> T insist(Function<JdbcClient, T> work) throws InterruptedException {
        for (int i = 0;; i++) {
            var source = new SingleConnectionDataSource(urls.owner(), true);
            try {
                return work.apply(JdbcClient.create(source));
            } catch (DataAccessException away) {
                if (i == 60) throw away;
                Thread.sleep(500);
            } finally {
                source.destroy();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        balancer.close();
        stop();
    }

    private void stop() throws InterruptedException {
        var threads = nodes.values().stream().map(node -> Thread.ofVirtual().start(() -> {
            try {
                node.close();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        })).toList();
        for (var thread : threads)
            thread.join();
        postgres.close();
    }
}
