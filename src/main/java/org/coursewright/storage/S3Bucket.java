package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// The requests that we make of a bucket, each tried three times and bounded in time; what fails is an [IOException]
/// in words.
final class S3Bucket {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofMinutes(2);
    private static final Duration REQUEST = Duration.ofMinutes(6);
    /// A health check should take a second; a handshake and the search for credentials come on top once.
    private static final Duration PROBE = Duration.ofSeconds(3);
    /// Whoever watches a video through us holds one.
    private static final int CONNECTIONS = 500;
    private static final int DELETED_AT_ONCE = 1000;

    private final S3Client client;
    private final S3Address address;

    S3Bucket(S3Client client, S3Address address) {
        this.client = client;
        this.address = address;
    }

    /// With the credentials that the environment names, as everywhere with AWS.
    static S3Bucket open(S3Address address) {
        return open(address, DefaultCredentialsProvider.builder().build());
    }

    static S3Bucket open(S3Address address, AwsCredentialsProvider credentials) {
        var client = S3Client.builder()
                .region(Region.of(address.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(
                        ApacheHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(SILENCE)
                                .maxConnections(CONNECTIONS)
                                .useIdleConnectionReaper(false)) // the client looks before it uses one again
                .overrideConfiguration(limits -> limits
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(REQUEST)
                        .scheduledExecutorService(alarms()))
                .forcePathStyle(address.endpoint().isPresent());
        address.endpoint().ifPresent(client::endpointOverride);
        return new S3Bucket(client.build(), address);
    }

    /// The SDK's own threads would be taken for a leak of the web server, since a request starts them.
    private static ScheduledExecutorService alarms() {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("s3-alarms").factory());
    }

    void put(String key, Path file, long length) throws IOException {
        try (var section = new FileSection(file, 0, length)) {
            ask(s3 -> s3.putObject(object -> object.bucket(address.bucket()).key(path(key)), section.body()));
        }
    }

    /// Writes a few bytes, or tells soon why not.
    void probe(String key) throws IOException {
        Consumer<AwsRequestOverrideConfiguration.Builder> soon = limits -> limits
                .apiCallAttemptTimeout(PROBE)
                .apiCallTimeout(PROBE);
        ask(s3 -> s3.putObject(
                object -> object.bucket(address.bucket()).key(path(key)).overrideConfiguration(soon),
                RequestBody.fromString("ok")));
    }

    Optional<Long> size(String key) throws IOException {
        return ask(s3 -> {
            try {
                return Optional.of(s3.headObject(object -> object.bucket(address.bucket()).key(path(key)))
                        .contentLength());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    /// At least one byte.
    InputStream open(String key, long from, long length) throws IOException {
        return ask(s3 -> s3.getObject(
                object -> object
                        .bucket(address.bucket())
                        .key(path(key))
                        .range("bytes=" + from + "-" + (from + length - 1)),
                ResponseTransformer.unmanaged((answer, bytes) -> new S3Stream(bytes, answer.contentLength()))));
    }

    void delete(Collection<String> keys) throws IOException {
        var all = keys.stream().map(key -> ObjectIdentifier.builder().key(path(key)).build()).toList();
        for (int at = 0; at < all.size(); at += DELETED_AT_ONCE) {
            var some = all.subList(at, Math.min(all.size(), at + DELETED_AT_ONCE));
            var answer = ask(s3 -> s3.deleteObjects(request -> request
                    .bucket(address.bucket())
                    .delete(these -> these.objects(some).quiet(true))));
            for (var error : answer.errors())
                throw new IOException("not deleted: " + error.key() + " (" + error.code() + ") in " + address);
        }
    }

    void delete(String key) throws IOException {
        ask(s3 -> s3.deleteObject(object -> object.bucket(address.bucket()).key(path(key))));
    }

    /// All objects in a folder, in the order of their keys.
    List<S3Piece> list(String folder) throws IOException {
        return ask(s3 -> s3.listObjectsV2Paginator(
                page -> page.bucket(address.bucket()).prefix(path(folder)))
                .contents()
                .stream()
                .map(object -> new S3Piece(
                        object.key().substring(address.prefix().length()), 0, object.size(), object.size()))
                .sorted(Comparator.comparing(S3Piece::key))
                .toList());
    }

    /// One object out of many parts.
    S3Assembly assembly(String key) {
        return new S3Assembly(this, key);
    }

    String name() {
        return address.bucket();
    }

    String path(String key) {
        return address.prefix() + key;
    }

    <T> T ask(Function<S3Client, T> request) throws IOException {
        try {
            return request.apply(client);
        } catch (SdkException fault) {
            throw S3Fault.of(address, fault);
        } catch (UncheckedIOException fault) {
            throw S3Fault.of(address, fault);
        }
    }
}
