package org.coursewright.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Makes one object of parts, several at a time: all of it is there in the end, or nothing.
final class S3Assembly {

    /// What S3 asks of every part but the last, and of an object of which only a range is copied.
    static final long LEAST = 5 << 20;
    /// What S3 takes at most, for one object.
    static final int MOST_PARTS = 10_000;

    private static final int AT_ONCE = 6;
    private static final Duration COMPLETION = Duration.ofMinutes(10);

    private final S3Bucket bucket;
    private final String key;

    S3Assembly(S3Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    /// Of a file.
    void send(Path file, long size, long partSize) throws IOException {
        make((int) Math.ceilDiv(size, partSize), (upload, number) -> send(
                upload, number, file, (number - 1) * partSize, Math.min(partSize, size - (number - 1) * partSize)));
    }

    /// Of pieces of other objects in the same bucket, which the bytes need not leave where S3 allows it.
    ///
    /// @param scratch a folder for those that are too small to be parts
    void join(List<S3Piece> pieces, Path scratch) throws IOException {
        var parts = parts(pieces);
        make(parts.size(), (upload, number) -> {
            var part = parts.get(number - 1);
            return part.size() == 1 && (part.getFirst().whole() || part.getFirst().size() > LEAST)
                    ? copy(upload, number, part.getFirst())
                    : carry(upload, number, part, scratch);
        });
    }

    /// Pieces that are too small go together with the next one.
    static List<List<S3Piece>> parts(List<S3Piece> pieces) {
        var parts = new ArrayList<List<S3Piece>>();
        var part = new ArrayList<S3Piece>();
        for (var piece : pieces) {
            part.add(piece);
            if (part.stream().mapToLong(S3Piece::length).sum() < LEAST) continue;
            parts.add(List.copyOf(part));
            part.clear();
        }
        if (!part.isEmpty()) parts.add(List.copyOf(part));
        return parts;
    }

    private void make(int count, Maker maker) throws IOException {
        var upload = bucket.ask(s3 -> s3.createMultipartUpload(
                object -> object.bucket(bucket.name()).key(bucket.path(key))).uploadId());
        try {
            var parts = all(IntStream.rangeClosed(1, count)
                    .mapToObj(number -> (Callable<CompletedPart>) () -> CompletedPart.builder()
                            .partNumber(number)
                            .eTag(maker.make(upload, number))
                            .build())
                    .toList());
            bucket.ask(s3 -> s3.completeMultipartUpload(object -> object
                    .bucket(bucket.name())
                    .key(bucket.path(key))
                    .uploadId(upload)
                    .multipartUpload(whole -> whole.parts(parts))
                    .overrideConfiguration(limits -> limits
                            .apiCallAttemptTimeout(COMPLETION)
                            .apiCallTimeout(COMPLETION))));
        } catch (IOException | RuntimeException failed) {
            abort(upload, failed);
            throw failed;
        }
    }

    private static List<CompletedPart> all(List<Callable<CompletedPart>> makers) throws IOException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            try {
                var running = makers.stream().map(threads::submit).toList();
                var done = new ArrayList<CompletedPart>();
                for (var one : running)
                    done.add(one.get());
                return done;
            } catch (InterruptedException stop) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stop);
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw failed.getCause() instanceof IOException fault ? fault : new IOException(failed.getCause());
            }
        }
    }

    private String send(String upload, int number, Path file, long from, long length) throws IOException {
        try (var section = new FileSection(file, from, length)) {
            return bucket.ask(s3 -> s3.uploadPart(
                    part -> part.bucket(bucket.name()).key(bucket.path(key)).uploadId(upload).partNumber(number),
                    section.body())).eTag();
        }
    }

    private String copy(String upload, int number, S3Piece piece) throws IOException {
        var range = piece.whole() ? null : "bytes=" + piece.from() + "-" + (piece.from() + piece.length() - 1);
        return bucket.ask(s3 -> s3.uploadPartCopy(part -> {
            part.sourceBucket(bucket.name())
                    .sourceKey(bucket.path(piece.key()))
                    .destinationBucket(bucket.name())
                    .destinationKey(bucket.path(key))
                    .uploadId(upload)
                    .partNumber(number);
            if (range != null) part.copySourceRange(range);
        })).copyPartResult().eTag();
    }

    private String carry(String upload, int number, List<S3Piece> pieces, Path scratch) throws IOException {
        var file = Files.createTempFile(scratch, "part-", "");
        try {
            try (var out = Files.newOutputStream(file); var in = new S3PieceStream(bucket, pieces)) {
                in.transferTo(out);
            }
            return send(upload, number, file, 0, Files.size(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void abort(String upload, Exception failed) {
        try {
            bucket.ask(s3 -> s3.abortMultipartUpload(
                    object -> object.bucket(bucket.name()).key(bucket.path(key)).uploadId(upload)));
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    @FunctionalInterface
    private interface Maker {

        /// @return the part's tag
        String make(String upload, int number) throws IOException;
    }
}
