package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coursewright.Database;
import org.coursewright.platform.Hash;
import org.coursewright.school.SchoolFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FullDiskTest {

    private static final int ROOM = 20_000_000;

    @TempDir
    Path folder;

    private final Database database = new Database();
    private final byte[] film = new byte[30_000_000];

    @Test
    void aFullDiskKeepsWhatCameAndTheUploadGoesOnLater() throws Exception {
        Arrays.fill(film, 0, film.length, (byte) 7);
        var school = SchoolFixture.school(database, "ada");
        var disk = new Disk(new LocalStorage(folder));
        var uploads = new Uploads(database.jdbc(), disk, new UploadLimits(
                DataSize.ofGigabytes(1), DataSize.ofGigabytes(1), Duration.ofDays(1)));
        var blobs = new Blobs(database.jdbc(), disk);
        var reception = new Reception(disk, uploads, blobs, List.of());
        var upload = uploads.create(
                new Uploader(school, "ada", true),
                film.length,
                new UploadMetadata("film.mp4", Hash.of(film), "video/mp4"));

        assertThatThrownBy(
                () -> reception.receive(school, upload, 0, new ByteArrayInputStream(film), Optional.empty()))
                .isInstanceOf(StorageFull.class)
                .hasMessageContaining("Nothing was lost");
        var kept = uploads.find(school, upload.code()).orElseThrow();
        assertThat(kept.received()).isEqualTo(ROOM / 65536 * 65536L);

        disk.left = Long.MAX_VALUE;
        var rest = new ByteArrayInputStream(film, (int) kept.received(), film.length);
        assertThat(reception.receive(school, kept, kept.received(), rest, Optional.empty())).isEqualTo(film.length);
        try (var in = blobs.open(school, Hash.of(film)).orElseThrow().open()) {
            assertThat(in.readAllBytes()).isEqualTo(film);
        }
    }

    /// A disk with little room.
    private static final class Disk implements Storage {

        private final LocalStorage storage;
        private long left = ROOM;

        Disk(LocalStorage storage) {
            this.storage = storage;
        }

        @Override
        public PartialObject partial(String name) throws IOException {
            var partial = storage.partial(name);
            return new PartialObject() {

                @Override
                public void append(byte[] bytes, int length) throws IOException {
                    if (length > left) throw StorageFull.from(new IOException("No space left on device"));
                    left -= length;
                    partial.append(bytes, length);
                }

                @Override
                public void truncate(long length) throws IOException {
                    partial.truncate(length);
                }

                @Override
                public void sync() throws IOException {
                    partial.sync();
                }

                @Override
                public InputStream open() throws IOException {
                    return partial.open();
                }

                @Override
                public void become(String key) throws IOException {
                    partial.become(key);
                }

                @Override
                public void delete() throws IOException {
                    partial.delete();
                }

                @Override
                public void close() throws IOException {
                    partial.close();
                }
            };
        }

        @Override
        public void put(String key, Path file) throws IOException {
            storage.put(key, file);
        }

        @Override
        public Optional<StoredObject> find(String key) throws IOException {
            return storage.find(key);
        }

        @Override
        public void delete(String key) throws IOException {
            storage.delete(key);
        }

        @Override
        public List<String> list(String prefix) throws IOException {
            return storage.list(prefix);
        }

        @Override
        public Path scratch() throws IOException {
            return storage.scratch();
        }

        @Override
        public long room() {
            return left;
        }

        @Override
        public Optional<String> fault() {
            return Optional.empty();
        }
    }
}
