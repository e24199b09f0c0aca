package org.coursewright.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// 127.0.0.1 plays the public internet here, 127.0.0.2 a machine inside; the names `*.test` lead where the test says.
class OutboundTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress INSIDE = InetAddress.ofLiteral("127.0.0.2");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> resolved = new ArrayList<>();
    private final List<InetAddress[]> answers = new ArrayList<>();
    private HttpServer server;
    private HttpServer inside;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = server(PUBLIC, 0);
        port = server.getAddress().getPort();
        inside = server(INSIDE, port);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        inside.stop(0);
    }

    @Test
    void aConnectionGoesToTheAddressThatWasChecked() throws Exception {
        answers.add(new InetAddress[]{PUBLIC});
        answers.add(new InetAddress[]{INSIDE}); // the name leads inside once it has been checked
        var outbound = outbound("127.0.0.1");
        assertThat(answered(outbound.get(at("rebinding.test", "/here"), Map.of("Range", "bytes=1-")))).isEqualTo(200);
        assertThat(resolved).containsExactly("rebinding.test");
        assertThat(asked).containsExactly("127.0.0.1 /here rebinding.test:" + port + " bytes=1-");
        assertThat(outbound.get(at("rebinding.test", "/here"), Map.of())).isEqualTo(failed(Fault.NOT_PUBLIC));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aNameWithOneAddressInsideIsNotReachedAtAny() throws Exception {
        answers.add(new InetAddress[]{PUBLIC, INSIDE});
        assertThat(outbound("127.0.0.1").get(at("both.test", "/"), Map.of())).isEqualTo(failed(Fault.NOT_PUBLIC));
        assertThat(asked).isEmpty();
    }

    @Test
    void thisMachineAndItsNetworkAreClosedHoweverTheyAreWritten() {
        var outbound = new Outbound(InetAddress::getAllByName, settings(Duration.ofSeconds(2)));
        for (var host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]", "0.0.0.0", "169.254.169.254", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"))
            assertThat(outbound.get(at(host, "/"), Map.of())).as(host)
                    .isIn(failed(Fault.NOT_PUBLIC), failed(Fault.UNKNOWN_HOST));
        assertThat(asked).isEmpty();
    }

    @Test
    void everyRedirectIsCheckedAnew() {
        var outbound = outbound("127.0.0.1");
        for (var path : List.of("/to-metadata", "/to-inside", "/to-inside-by-name", "/to-file", "/to-password")) {
            answers.clear();
            answers.add(new InetAddress[]{PUBLIC});
            answers.add(new InetAddress[]{INSIDE});
            assertThat(outbound.get(at("start.test", path), Map.of())).as(path)
                    .isIn(failed(Fault.NOT_PUBLIC), failed(Fault.REDIRECTS));
        }
        assertThat(asked).hasSize(5).allMatch(request -> request.startsWith("127.0.0.1 /to-"));
    }

    @Test
    void redirectsLeadToAnAnswerOrComeToAnEnd() throws Exception {
        var outbound = outbound("127.0.0.1");
        assertThat(answered(outbound.get(at("127.0.0.1", "/steps/3"), Map.of()))).isEqualTo(200);
        asked.clear();
        assertThat(outbound.get(at("127.0.0.1", "/loop"), Map.of())).isEqualTo(failed(Fault.REDIRECTS));
        assertThat(asked).hasSize(9);
        assertThat(outbound.get(at("127.0.0.1", "/to-nowhere"), Map.of())).isEqualTo(failed(Fault.REDIRECTS));
    }

    @Test
    void whoSaysNothingOrSpeaksTooSlowlyIsLeft() throws Exception {
        var outbound = new Outbound(InetAddress::getAllByName, settings(Duration.ofMillis(300), "127.0.0.1"));
        try (var silent = new ServerSocket(0, 5, PUBLIC); var people = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(outbound.get(at("127.0.0.1:" + silent.getLocalPort() + "/"), Map.of()))
                    .isEqualTo(failed(Fault.SILENT));
            people.submit(() -> {
                silent.accept().close(); // the first caller
                try (var caller = silent.accept()) {
                    for (var letter : "HTTP/1.1 200 OK\r\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".split("")) {
                        caller.getOutputStream().write(letter.getBytes("US-ASCII"));
                        Thread.sleep(100);
                    }
                }
                return "";
            });
            var began = System.nanoTime();
            assertThat(outbound.get(at("127.0.0.1:" + silent.getLocalPort() + "/"), Map.of()))
                    .isEqualTo(failed(Fault.SILENT));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(outbound.get(at("nobody.invalid", "/"), Map.of())).isEqualTo(failed(Fault.UNKNOWN_HOST));
    }

    @Test
    void anAnswerThatIsClosedIsNotReadToItsEnd() throws Exception {
        var began = System.nanoTime();
        try (var answer = ((Reply.Answered) outbound("127.0.0.1").get(at("127.0.0.1", "/endless"), Map.of()))
                .answer()) {
            assertThat(answer.body().readNBytes(10)).hasSize(10);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    private Outbound outbound(String... networks) {
        return new Outbound(this::resolve, settings(Duration.ofSeconds(5), networks));
    }

    private static OutboundSettings settings(Duration patience, String... networks) {
        return new OutboundSettings(List.of(networks), patience);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (!host.endsWith(".test")) return InetAddress.getAllByName(host);
        resolved.add(host);
        if (answers.isEmpty()) throw new UnknownHostException(host);
        return answers.removeFirst();
    }

    private WebAddress at(String host, String path) {
        return at(host + ":" + port + path);
    }

    private static WebAddress at(String hostAndPath) {
        return WebAddress.parse("http://" + hostAndPath).orElseThrow();
    }

    private static Reply failed(Fault fault) {
        return new Reply.Failed(fault);
    }

    private static int answered(Reply reply) {
        try (var answer = ((Reply.Answered) reply).answer()) {
            return answer.status();
        }
    }

    private HttpServer server(InetAddress address, int at) throws IOException {
        var made = HttpServer.create(new InetSocketAddress(address, at), 20);
        made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        made.createContext("/", this::answer);
        made.start();
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(exchange.getLocalAddress().getAddress().getHostAddress() + " " + path
                + (range == null ? "" : " " + exchange.getRequestHeaders().getFirst("Host") + " " + range));
        var location = switch (path) {
            case "/to-metadata" -> "http://169.254.169.254/latest/meta-data/";
            case "/to-inside" -> "http://127.0.0.2:" + port + "/";
            case "/to-inside-by-name" -> "http://next.test:" + port + "/";
            case "/to-file" -> "file:///etc/passwd";
            case "/to-password" -> "http://ada:secret@127.0.0.1:" + port + "/";
            case "/loop" -> "/loop";
            case "/steps/3" -> "2";
            case "/steps/2" -> "http://127.0.0.1:" + port + "/steps/1";
            case "/steps/1" -> "?done";
            default -> "";
        };
        if (path.equals("/steps/1") && exchange.getRequestURI().getQuery() != null) location = "";
        if (!location.isEmpty()) exchange.getResponseHeaders().add("Location", location);
        if (path.equals("/endless")) {
            exchange.sendResponseHeaders(200, 1L << 40);
            var bytes = new byte[1 << 16];
            try (exchange) {
                while (true)
                    exchange.getResponseBody().write(bytes);
            } catch (IOException left) {
                return;
            }
        }
        exchange.sendResponseHeaders(location.isEmpty() && !path.equals("/to-nowhere") ? 200 : 302, -1);
        exchange.close();
    }
}
