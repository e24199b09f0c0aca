package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Objects in a bucket, below the same `objects/` as in the folder of [LocalStorage]: one can be copied to the other.
/// Nothing that must outlive the process is on the disk.
final class S3Storage implements Storage {

    private static final String OBJECTS = "objects/";
    private static final String PARTIALS = "partial/";
    private static final String PROBE = "probe";
    private static final long PART = 16 << 20;
    private static final Duration LEFTOVER = Duration.ofDays(1);
    /// Balancers ask often, and every probe is paid for.
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private final S3Bucket bucket;
    private final Path scratch;
    private volatile @Nullable Probe probe;

    private record Probe(long at, Optional<String> fault) {}

    /// @param scratch a folder for files on their way
    S3Storage(S3Bucket bucket, Path scratch) throws IOException {
        this.bucket = bucket;
        this.scratch = Files.createDirectories(scratch);
        removeLeftovers();
    }

    @Override
    public void put(String key, Path file) throws IOException {
        var target = object(key);
        long size = Files.size(file);
        if (size <= PART) bucket.put(target, file, size);
        else
            bucket.assembly(target).send(file, size, Math.max(PART, Math.ceilDiv(size, S3Assembly.MOST_PARTS)));
        Files.delete(file);
    }

    @Override
    public Optional<StoredObject> find(String key) throws IOException {
        var path = object(key);
        return bucket.size(path).map(size -> new S3Object(bucket, path, size));
    }

    @Override
    public void delete(String key) throws IOException {
        bucket.delete(object(key));
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return bucket.list(OBJECTS + StorageKey.folder(prefix) + "/").stream()
                .map(object -> object.key().substring(OBJECTS.length()))
                .toList();
    }

    @Override
    public Path scratch() throws IOException {
        return Files.createTempFile(scratch, "part-", "");
    }

    @Override
    public PartialObject partial(String name) throws IOException {
        return new S3Partial(bucket, PARTIALS + StorageKey.name(name) + "/", S3Storage::object, scratch);
    }

    /// A bucket has no end; the disk needs room only for what is on its way.
    @Override
    public long room() {
        return Long.MAX_VALUE;
    }

    @Override
    public Optional<String> fault() {
        var last = probe;
        if (last != null && System.nanoTime() - last.at() < REMEMBERED.toNanos()) return last.fault();
        var fault = probed();
        probe = new Probe(System.nanoTime(), fault);
        return fault;
    }

    private Optional<String> probed() {
        try {
            Files.delete(scratch());
            bucket.probe(PROBE);
            return Optional.empty();
        } catch (IOException fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    private static String object(String key) {
        return OBJECTS + StorageKey.checked(key);
    }

    /// What a process that was killed had on its way.
    private void removeLeftovers() throws IOException {
        var oldest = Instant.now().minus(LEFTOVER);
        try (var files = Files.list(scratch)) {
            for (var file : files.toList())
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) Files.deleteIfExists(file);
        }
    }

    private record S3Object(S3Bucket bucket, String path, long size) implements StoredObject {

        @Override
        public InputStream open(long from, long length) throws IOException {
            long most = Math.min(length, size - from);
            return most <= 0 ? InputStream.nullInputStream() : bucket.open(path, from, most);
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }
    }
}
