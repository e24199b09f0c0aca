package org.coursewright.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/// A server that has no room, which s3proxy cannot play: the answers of MinIO and of Ceph.
class S3FullTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;
    private HttpServer server;
    private S3Storage storage;
    private volatile String code = "XMinioStorageFull";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        var address = S3Address.parse("s3://ada?endpoint=http://127.0.0.1:" + server.getAddress().getPort());
        storage = new S3Storage(S3Bucket.open(address, AnonymousCredentialsProvider.create()), folder);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void nothingIsLostAndItIsSaid() throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[100]);
        assertThatThrownBy(() -> storage.put("7/a", file)).isInstanceOf(StorageFull.class);
        code = "QuotaExceeded";
        assertThatThrownBy(() -> storage.put("7/a", file)).isInstanceOf(StorageFull.class);
        assertThat(file).hasSize(100);
        try (var partial = storage.partial("a")) {
            partial.append(new byte[100], 100);
            assertThatThrownBy(partial::sync).isInstanceOf(StorageFull.class);
        }
    }

    @Test
    void aFileInPartsLeavesNoParts() throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[(16 << 20) + 1]);
        assertThatThrownBy(() -> storage.put("7/a", file)).isInstanceOf(StorageFull.class);
        assertThat(requests).last().asString().isEqualTo("DELETE uploadId=parts");
        assertThat(requests).noneMatch(request -> request.equals("POST uploadId=parts"));
        assertThat(file).exists();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        requests.add(exchange.getRequestMethod() + " " + query);
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        switch (exchange.getRequestMethod()) {
            case "GET" -> send(exchange, 200, "<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>");
            case "POST" -> send(exchange, 200, "<InitiateMultipartUploadResult><UploadId>parts</UploadId>"
                    + "</InitiateMultipartUploadResult>");
            case "DELETE" -> exchange.sendResponseHeaders(204, -1);
            default -> send(exchange, code.startsWith("X") ? 507 : 403, "<Error><Code>" + code + "</Code></Error>");
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        exchange.sendResponseHeaders(status, xml.length());
        exchange.getResponseBody().write(xml.getBytes(UTF_8));
    }
}
