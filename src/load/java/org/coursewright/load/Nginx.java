package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// nginx on loopback that serves the files of a folder: the floor for what is only sent.
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    /// @param work where its own files lie, made when it is missing
    /// @param files what it serves
    Nginx(Path work, Path files) throws IOException, InterruptedException {
        this.port = Node.freePort();
        Seed.delete(work);
        Files.createDirectories(work);
        var configuration = Files.writeString(work.resolve("nginx.conf"), """
                daemon off;
                %s
                worker_processes auto;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    server {
                        listen 127.0.0.1:%d;
                        root %s;
                    }
                }
                """.formatted(ProcessHandle.current().info().user().orElse("").equals("root") ? "user root;" : "", port, files));
        this.process = started(new ProcessBuilder("nginx", "-e", "error.log", "-p", work.toString(), "-c", configuration.toString())
                .redirectErrorStream(true).redirectOutput(work.resolve("output.log").toFile()));
        for (int tries = 0; tries < 100; tries++)
            try {
                new Line(port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        close();
        throw new IOException("nginx does not start: " + Files.readString(work.resolve("output.log")));
    }

    private static Process started(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new IOException("This needs nginx: apt install nginx-light", absent);
        }
    }

    Load load(int connections) {
        return new Load(port, new Processes(0, process.pid()), connections);
    }

    String host() {
        return "localhost:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
