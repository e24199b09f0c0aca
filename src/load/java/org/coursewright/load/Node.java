package org.coursewright.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// One process of the program, `bin/coursewright serve`, as an operator starts it.
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final int port;
    private final Path log;
    private final ProcessBuilder command;
    private volatile Process process;

    /// Starts it.
    ///
    /// @param data its data folder; its log lies there too
    /// @param environment what differs from the defaults
    Node(Path home, Path data, String name, String role, int port, Map<String, String> environment) throws IOException {
        Files.createDirectories(data);
        this.name = name;
        this.port = port;
        this.log = data.resolve("serve.log");
        var all = new TreeMap<>(environment);
        all.put("COURSEWRIGHT_DATA", data.toString());
        all.put("SERVER_PORT", Integer.toString(port));
        all.put("COURSEWRIGHT_MONITORING_NODE", name);
        this.command = command(home, data, all, "serve", "--role", role).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        this.process = command.start();
    }

    /// A command of the program.
    static ProcessBuilder command(Path home, Path folder, Map<String, String> environment, String... arguments) {
        var words = new ArrayList<>(List.of(home.resolve("bin/coursewright").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    boolean alive() {
        return process.isAlive();
    }

    Node waitUntilReady() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
            if (!process.isAlive()) throw new IOException(name + " ended:\n" + log());
            if (ready()) return this;
        }
        throw new IOException(name + " is not ready after " + PATIENCE + ":\n" + log());
    }

    boolean ready() {
        return new Wire(port).ask("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n", new byte[0]).status() == 200;
    }

    /// Again, with the same data and port, where it does not run.
    synchronized void startAgain() throws IOException {
        if (!process.isAlive()) process = command.start();
    }

    /// By `kill -9`; what it had begun is left as it is.
    synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As an operator stops it.
    ///
    /// @return seconds that it took
    double stop() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) kill();
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        if (alive()) stop();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
