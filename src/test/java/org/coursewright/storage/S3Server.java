package org.coursewright.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/// A server that speaks as S3 does and that we did not write: s3proxy over a folder, in a process of its own and shared
/// by all tests of this JVM, which finds the credentials where the SDK looks first.
public final class S3Server {

    static final String USER = "ada";
    static final String SECRET = "a-secret-of-the-tests";

    private static final Path LIBRARIES = Path.of("target/s3proxy.classpath");
    private static final Pattern STARTED = Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private final Path folder;
    private final URI endpoint;

    private S3Server() throws IOException {
        if (!Files.exists(LIBRARIES)) throw new AssertionError(LIBRARIES + " is written by: mvn test-compile");
        folder = Files.createTempDirectory("s3-of-the-tests");
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + written("logback.xml", """
                        <configuration>
                          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                            <encoder><pattern>%msg%n</pattern></encoder>
                          </appender>
                          <root level="info"><appender-ref ref="out"/></root>
                        </configuration>
                        """),
                "-cp", Files.readString(LIBRARIES),
                "org.gaul.s3proxy.Main", "--properties", written("s3proxy.properties", """
                        s3proxy.endpoint=http://127.0.0.1:0
                        s3proxy.authorization=aws-v2-or-v4
                        s3proxy.identity=%s
                        s3proxy.credential=%s
                        jclouds.provider=filesystem-nio2
                        jclouds.filesystem.basedir=%s
                        """.formatted(USER, SECRET, Files.createDirectory(folder.resolve("buckets")))).toString())
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        System.setProperty("aws.accessKeyId", USER);
        System.setProperty("aws.secretAccessKey", SECRET);
        endpoint = URI.create("http://127.0.0.1:" + port(process.inputReader()));
    }

    public static S3Server shared() {
        return Shared.SERVER;
    }

    URI endpoint() {
        return endpoint;
    }

    /// An empty bucket of its own, as `COURSEWRIGHT_STORAGE` names it.
    public String bucket() throws IOException {
        var name = "bucket-" + BUCKETS.incrementAndGet();
        Files.createDirectory(folder.resolve("buckets").resolve(name));
        return "s3://" + name + "?endpoint=" + endpoint + "&prefix=some/school";
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void end(Process process) {
        process.destroyForcibly().onExit().join();
        FileUtils.deleteQuietly(folder.toFile());
    }

    /// Reads on to the end, so that the server never waits for a reader.
    private static String port(BufferedReader log) throws IOException {
        var said = new StringBuilder();
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            var match = STARTED.matcher(line);
            if (!match.find()) continue;
            Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
            return match.group(1);
        }
        throw new AssertionError("the S3 server of the tests did not start:\n" + said);
    }

    private static final class Shared {

        static final S3Server SERVER = start();

        private static S3Server start() {
            try {
                return new S3Server();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
