package org.coursewright.video;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// nginx on loopback with the configuration of docs/operating/cache.md; only its ports and folders are others.
final class CachingProxy implements AutoCloseable {

    private static final Path PAGE = Path.of("docs/operating/cache.md");
    private static final Pattern BLOCK = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

    private final Path work;
    private final Process process;
    private final int port;

    /// @param work an empty folder
    /// @param origin the port of the program
    CachingProxy(Path work, int origin) throws IOException, InterruptedException {
        this.work = work;
        this.port = freePort();
        var file = Files.writeString(work.resolve("nginx.conf"), """
                daemon off;
                %s
                pid nginx.pid;
                error_log error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    %s
                }
                """.formatted(System.getProperty("user.name").equals("root") ? "user root;" : "", documented(origin)));
        this.process = new ProcessBuilder("nginx", "-e", "error.log", "-p", work.toString(), "-c", file.toString())
                .redirectErrorStream(true).redirectOutput(work.resolve("output.log").toFile()).start();
        awaitPort();
    }

    static boolean installed() {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nginx")));
    }

    int port() {
        return port;
    }

    /// A line for each part of a media file that was asked for, as "HIT …/720-….mp4 bytes=0-1048575".
    List<String> parts() throws IOException {
        var log = work.resolve("media.log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream().map(line -> line.split(" ", 6)[5]).toList()
                : List.of();
    }

    private String documented(int origin) throws IOException {
        var block = BLOCK.matcher(Files.readString(PAGE));
        if (!block.find()) throw new AssertionError(PAGE + " shows no configuration");
        return replaced(replaced(replaced(replaced(block.group(1),
                "server 127.0.0.1:8080;", "server 127.0.0.1:" + origin + ";"),
                "listen 80;", "listen 127.0.0.1:" + port + ";"),
                "/var/cache/coursewright", work.resolve("cache").toString()),
                "/var/log/nginx/media.log", work.resolve("media.log").toString());
    }

    private static String replaced(String text, String old, String fresh) {
        if (!text.contains(old)) throw new AssertionError(PAGE + " does not say " + old);
        return text.replace(old, fresh);
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (var tries = 0; tries < 100; tries++)
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        close();
        throw new IOException("nginx does not start: " + Files.readString(work.resolve("output.log")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
