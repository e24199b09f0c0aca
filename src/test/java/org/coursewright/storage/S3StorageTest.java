package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// The contract against a real server, and what only S3 can do wrong.
class S3StorageTest extends PartialContract {

    private S3Address address;

    @BeforeEach
    @Override
    void open() throws IOException {
        address = S3Address.parse(S3Server.shared().bucket());
        super.open();
    }

    @Override
    Storage process() throws IOException {
        return storage(bucket(address, S3Server.USER, S3Server.SECRET));
    }

    @Test
    void nothingIsLeftOnTheDisk() throws IOException {
        put("7/film", film());
        try (var partial = storage().partial("a")) {
            append(partial, 0, 10_000_000).sync();
        }
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    /// Its successor has stored more already: nothing of that is lost.
    @Test
    void aProcessThatWasThoughtDeadDoesNoHarm() throws IOException {
        var stalled = storage().partial("a");
        append(stalled, 0, 1_000_000).sync();
        append(stalled, 1_000_000, 3_000_000);
        var next = process().partial("a");
        next.truncate(1_000_000);
        append(next, 1_000_000, 17_000_000).sync();
        stalled.sync();
        try (var last = process().partial("a")) {
            last.truncate(17_000_000);
            append(last, 17_000_000, film().length).become("7/film");
        }
        assertThat(Arrays.equals(bytes(storage().find("7/film").orElseThrow()), film())).isTrue();
    }

    @Test
    void smallPiecesAreJoinedWithTheirNeighbours() {
        assertThat(S3Assembly.parts(List.of(piece(9), piece(1), piece(2), piece(8), piece(5), piece(1))))
                .containsExactly(
                        List.of(piece(9)), List.of(piece(1), piece(2), piece(8)), List.of(piece(5)), List.of(piece(1)));
    }

    @Test
    void segmentsThatOverlapAreReadOnce() {
        var segments = S3Segments.of("p/", List.of(
                segment(0, 10), segment(0, 4), segment(4, 3), segment(8, 7), segment(9, 2), segment(20, 5)));
        assertThat(segments.cover(Long.MAX_VALUE)).extracting(S3Piece::from, S3Piece::length)
                .containsExactly(tuple(0L, 10L), tuple(2L, 5L));
        assertThat(segments.cover(10)).hasSize(1);
        assertThat(segments.beyond(10)).hasSize(3);
    }

    @Test
    void aWrongPersonIsToldSo() throws IOException {
        var stranger = storage(bucket(address, "nobody", "secret"));
        assertThat(stranger.fault()).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("The credentials are refused (InvalidAccessKeyId): look at AWS_ACCESS_KEY_ID"));
        assertThatThrownBy(() -> stranger.find("7/a")).isInstanceOf(IOException.class)
                .hasMessageContaining("The credentials may not do this (status 403)");
        assertThat(storage(bucket(address, S3Server.USER, "guessed")).fault()).hasValueSatisfying(
                reason -> assertThat(reason).startsWith("The credentials are refused (SignatureDoesNotMatch)"));
    }

    @Test
    void aMissingBucketIsToldSo() throws IOException {
        var nowhere = S3Address.parse("s3://nowhere?endpoint=" + S3Server.shared().endpoint());
        assertThat(storage(bucket(nowhere, S3Server.USER, S3Server.SECRET)).fault())
                .contains("There is no such bucket: the bucket 'nowhere' at " + S3Server.shared().endpoint() + ".");
    }

    @Test
    void aServerThatIsNotThereIsToldSoSoon() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var before = System.nanoTime();
        var away = S3Address.parse("s3://bucket?endpoint=http://127.0.0.1:" + free);
        assertThat(storage(bucket(away, S3Server.USER, S3Server.SECRET)).fault())
                .contains("Not reached: " + away + ": Connection refused.");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var address = S3Address.parse("s3://bucket?endpoint=http://127.0.0.1:" + silent.getLocalPort());
            assertThat(storage(bucket(address, S3Server.USER, S3Server.SECRET)).fault())
                    .contains("No answer in time from " + address + ".");
        }
    }

    private Storage storage(S3Bucket bucket) throws IOException {
        return new S3Storage(bucket, folder.resolve("scratch"));
    }

    private static S3Bucket bucket(S3Address address, String user, String secret) {
        return S3Bucket.open(address, StaticCredentialsProvider.create(AwsBasicCredentials.create(user, secret)));
    }

    private static S3Piece piece(int megabytes) {
        return new S3Piece("p", 0, (long) megabytes << 20, (long) megabytes << 20);
    }

    private static S3Piece segment(long offset, long length) {
        return new S3Piece(S3Segments.key("p/", offset, "" + UUID.randomUUID()), 0, length, length);
    }

}
