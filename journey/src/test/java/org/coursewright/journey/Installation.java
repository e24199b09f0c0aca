package org.coursewright.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The program, started once for all journeys from its jar, with a data folder of its own and the demo school. With
/// `-Djourney.cluster=file` or `=s3` it is two web nodes and two workers behind a balancer, over that storage.
final class Installation {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path WORK = Path.of("target/installation").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String CLUSTER = System.getProperty("journey.cluster", "");
    private static final boolean ALONE = CLUSTER.isEmpty();
    private static final Installation ONE = new Installation();

    private final int port = freePort();
    private final Map<String, String> more = new TreeMap<>();
    private final StreamElsewhere elsewhere;
    private final Process process;

    private Installation() {
        try {
            delete(WORK);
            Files.createDirectories(WORK);
            elsewhere = new StreamElsewhere(WORK.resolve("elsewhere"), this::ffmpeg);
            if (ALONE) more.put("COURSEWRIGHT_VIDEO_PROVIDER", elsewhere.setting());
            var serving = ALONE ? command("serve") : cluster();
            serving.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"); // it lives for two minutes
            process = serving.redirectErrorStream(true)
                    .redirectOutput(WORK.resolve("serve.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            waitUntilReady();
            if (!ALONE) for (var line : Files.readAllLines(WORK.resolve("cluster/cluster.env")))
                more.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Installation get() {
        return ONE;
    }

    /// An address of the platform.
    String platform(String path) {
        return "http://localhost:" + port + path;
    }

    /// An address of a school.
    String school(String slug, String path) {
        return "http://" + slug + ".localhost:" + port + path;
    }

    /// Whether it is one process.
    boolean alone() {
        return ALONE;
    }

    StreamElsewhere elsewhere() {
        return elsewhere;
    }

    int port() {
        return port;
    }

    /// A folder for this journey.
    Path folder(String name) {
        return WORK.resolve(name);
    }

    /// The link that the first start prints.
    String operatorLink() {
        try {
            return found(Files.readString(WORK.resolve(ALONE ? "serve.log" : "cluster/web-1/serve.log")), "(http://\\S+/admin/welcome/\\S+)");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Runs the command line to its end.
    String run(String... arguments) {
        try {
            var running = command(arguments).redirectErrorStream(true).start();
            var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!running.waitFor(3, TimeUnit.MINUTES) || running.exitValue() != 0)
                throw new AssertionError(String.join(" ", arguments) + " failed:\n" + said);
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /// The newest mail to somebody, as text; waits until there are more than were there before.
    String mail(String recipient, int before) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var found = mails(recipient);
            if (found.size() > before) return found.getLast();
            Thread.sleep(100);
        }
        throw new AssertionError("no mail to " + recipient);
    }

    /// The program that encodes; unpacked when the first video of the demo school is.
    Path ffmpeg() {
        for (int i = 0; i < 300; i++) {
            try (var files = Files.find(WORK, 7, (file, about) -> about.isRegularFile() && file.endsWith("ffmpeg"))) {
                var found = files.filter(file -> Files.isExecutable(file)).findFirst();
                if (found.isPresent()) return found.get();
            } catch (IOException | UncheckedIOException changing) {
                // folders come and go while it works
            }
            pause();
        }
        throw new AssertionError("no ffmpeg in " + WORK);
    }

    static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        if (!match.find()) throw new AssertionError("no " + pattern + " in:\n" + text);
        return match.group(1);
    }

    /// All mails to somebody, the oldest first.
    List<String> mails(String recipient) {
        var mailbox = WORK.resolve(ALONE ? "data/mailbox" : "cluster/mailbox");
        if (!Files.isDirectory(mailbox)) return List.of();
        try (var files = Files.list(mailbox)) {
            var found = new ArrayList<String>();
            for (var file : files.filter(name -> name.toString().endsWith(".eml")).sorted().toList()) {
                var text = Files.readString(file).replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
                if (text.contains("To: " + recipient)) found.add(text);
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ProcessBuilder command(String... arguments) {
        var words = new ArrayList<>(List.of(HOME.resolve("bin/coursewright").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(WORK.toFile());
        var environment = builder.environment();
        environment.put("COURSEWRIGHT_DATA", WORK.resolve("data").toString());
        environment.put("COURSEWRIGHT_URL", "http://localhost:" + port);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("COURSEWRIGHT_DEMO", "true");
        environment.put("COURSEWRIGHT_IDENTITY_MAILS_FROM_PLACE", "300"); // all come from here
        environment.put("COURSEWRIGHT_VIDEO_TOKEN_LIFE", "10s"); // so that every player renews its own
        environment.put("COURSEWRIGHT_OUTBOUND_NETWORKS", "127.0.0.1"); // from which a journey lets a video be fetched
        environment.put("COURSEWRIGHT_AOT", "off");
        environment.put("HOME", WORK.toString());
        environment.putAll(more);
        return builder;
    }

    /// The runners of `bin/bench` know how to make one.
    private ProcessBuilder cluster() throws IOException {
        run("--help"); // unpacks the jar
        var build = HOME.resolve("target");
        var classes = List.of("classes", "test-classes", "app/lib/*", "load-lib/*").stream()
                .map(part -> build + "/" + part).collect(Collectors.joining(":"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseSerialGC",
                "-Xmx128m", "-cp", classes, "org.coursewright.load.HeldCluster", HOME.toString(),
                WORK.resolve("cluster").toString(), Integer.toString(port), CLUSTER).directory(HOME.toFile());
    }

    /// Ready = the demo school is live, and its videos play.
    private void waitUntilReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive())
                throw new IOException("the program ended:\n" + Files.readString(WORK.resolve("serve.log")));
            if (answer("ada.localhost:" + port, "/courses/first-school").startsWith("HTTP/1.1 200")) return;
            pause();
        }
        throw new IOException("the demo school is not there:\n" + Files.readString(WORK.resolve("serve.log")));
    }

    /// Status line of a GET, empty where nobody answers.
    private String answer(String host, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
        } catch (IOException notYet) {
            return "";
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
