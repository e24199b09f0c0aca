package org.coursewright.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coursewright.storage.S3Server;

/// A cluster for whoever wants to try it, such as the journeys: runs until it is told to stop.
///
/// Arguments: the checkout, a folder to work in, the balancer's port, `file` or `s3`. What commands need in their
/// environment stands in `cluster.env` in that folder once all is ready.
final class HeldCluster {

    private HeldCluster() {}

    public static void main(String... arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var work = Path.of(arguments[1]);
        var settings = new TreeMap<>(Map.of("COURSEWRIGHT_DEMO", "true"));
        if (arguments[3].equals("s3")) settings.putAll(bucket());
        var cluster = new Cluster(home, work, Integer.parseInt(arguments[2]), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                cluster.close();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }));
        Files.writeString(work.resolve("cluster.env"), cluster.environment().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("\n")));
        Thread.currentThread().join();
    }

    /// A new bucket on a local server, and who may use it.
    static Map<String, String> bucket() throws Exception {
        var address = S3Server.shared().bucket();
        return Map.of("COURSEWRIGHT_STORAGE", address,
                "AWS_ACCESS_KEY_ID", System.getProperty("aws.accessKeyId"),
                "AWS_SECRET_ACCESS_KEY", System.getProperty("aws.secretAccessKey"));
    }
}
