package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// HAProxy before the web nodes, with the configuration of docs/operating/nodes.md.
final class Balancer implements AutoCloseable {

    private final int port;
    private final Process process;

    /// @param nodes ports that nodes may listen on, now or later
    Balancer(Path work, int port, List<Integer> nodes) throws IOException, InterruptedException {
        this.port = port;
        var text = new StringBuilder("""
                global
                  maxconn 2000
                defaults
                  mode http
                  timeout connect 2s
                  timeout client 60s
                  timeout server 60s
                  timeout http-keep-alive 30s
                  option redispatch
                  option http-keep-alive
                  retries 3
                  retry-on conn-failure empty-response 503
                frontend public
                  bind 127.0.0.1:%d
                  option forwardfor
                  default_backend web
                backend web
                  balance roundrobin
                  option httpchk GET /health/ready
                  default-server check inter 500 fall 1 rise 1
                """.formatted(port));
        for (int i = 0; i < nodes.size(); i++)
            text.append("  server web%d 127.0.0.1:%d\n".formatted(i + 1, nodes.get(i)));
        var file = Files.writeString(work.resolve("haproxy.cfg"), text.toString());
        try {
            process = new ProcessBuilder("haproxy", "-f", file.toString()).redirectErrorStream(true)
                    .redirectOutput(work.resolve("haproxy.log").toFile()).start();
        } catch (IOException absent) {
            throw new IOException("This needs HAProxy: apt install haproxy", absent);
        }
        for (int i = 0; i < 200 && new Wire(port).ask("GET / HTTP/1.1\r\nHost: localhost\r\n", new byte[0])
                .status() != 200; i++)
            Thread.sleep(50);
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
