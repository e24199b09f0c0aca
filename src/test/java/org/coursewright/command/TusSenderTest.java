package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coursewright.content.TreeFile;
import org.coursewright.platform.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TusSenderTest {

    private static final int SIZE = 3000;

    private final List<String> asked = new ArrayList<>();

    @TempDir
    Path folder;

    /// A balancer gives up before the server has put a large file together; until then the upload is locked.
    @Test
    void anUploadWhoseLastAnswerWasLostIsWaitedForAndNotBegunAnew() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/uploads/film", this::answer);
        server.start();
        try {
            var file = Files.write(folder.resolve("film.mp4"), new byte[SIZE]);
            var progress = new Progress(new PrintWriter(Writer.nullWriter()), Progress.Style.SILENT);
            var remote = new Remote("http://localhost:" + server.getAddress().getPort(), "token", progress);
            new TusSender(remote, progress).send("film.mp4", file, new TreeFile(Hash.of(file).hex(), SIZE),
                    "/uploads/film", _ -> {});
        } finally {
            server.stop(0);
        }
        assertThat(asked).containsExactly("HEAD", "PATCH 0", "HEAD", "HEAD", "HEAD", "PATCH " + SIZE);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var offset = exchange.getRequestHeaders().getFirst("Upload-Offset");
        asked.add(exchange.getRequestMethod() + (offset == null ? "" : " " + offset));
        int status = switch (asked.size()) {
            case 1, 5 -> 200;
            case 2 -> 504;
            case 3, 4 -> 423;
            default -> 204;
        };
        exchange.getResponseHeaders().set("Upload-Offset", "" + (asked.size() == 1 ? 0 : SIZE));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
