package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coursewright.Database;
import org.coursewright.platform.Hash;
import org.coursewright.school.SchoolFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ReceptionTest {

    private final Database database = new Database();
    private final byte[] film = StorageContract.bytes(1, 9_000_000);

    @TempDir
    Path folder;

    @Test
    void aProcessThatDiesBeforeItTellsOfTheFileCostsNothing() throws IOException {
        resumes(new LocalStorage(folder));
    }

    @Test
    void norDoesOneThatWorksWithABucket() throws IOException {
        resumes(new S3Storage(S3Bucket.open(S3Address.parse(S3Server.shared().bucket())), folder));
    }

    private void resumes(Storage storage) throws IOException {
        var school = SchoolFixture.school(database, "ada");
        var uploads = new Uploads(database.jdbc(), storage, new UploadLimits(
                DataSize.ofGigabytes(1), DataSize.ofGigabytes(1), Duration.ofDays(1)));
        var blobs = new Blobs(database.jdbc(), storage);
        var upload = uploads.create(
                new Uploader(school, "ada", true),
                film.length,
                new UploadMetadata("film.mp4", Hash.of(film), "video/mp4"));
        var locked = uploads.lock(upload, "a").orElseThrow();
        try (var partial = storage.partial(upload.code())) {
            partial.append(film, film.length);
            partial.sync();
            uploads.save(locked, "a", film.length);
            partial.become(Blob.key(school, Hash.of(film)));
        }
        uploads.unlock(locked, "a");
        assertThat(blobs.find(school, Hash.of(film))).isEmpty();

        var found = uploads.find(school, upload.code()).orElseThrow();
        var reception = new Reception(storage, uploads, blobs, List.of());
        assertThat(reception.receive(school, found, film.length, InputStream.nullInputStream(), Optional.empty()))
                .isEqualTo(film.length);
        assertThat(blobs.find(school, Hash.of(film))).contains(upload.blob().orElseThrow());
        assertThat(uploads.find(school, upload.code()).orElseThrow().finished()).isTrue();
    }

    @Test
    void anUploadThatIsCancelledWhileItsBytesComeLeavesNothing() throws IOException {
        var school = SchoolFixture.school(database, "ada");
        var storage = new LocalStorage(folder);
        var uploads = new Uploads(database.jdbc(), storage, new UploadLimits(
                DataSize.ofGigabytes(1), DataSize.ofGigabytes(1), Duration.ofDays(1)));
        var upload = uploads.create(new Uploader(school, "ada", true), film.length,
                new UploadMetadata("film.mp4", Hash.of(film), "video/mp4"));
        var reception = new Reception(storage, uploads, new Blobs(database.jdbc(), storage), List.of());
        var half = new ByteArrayInputStream(film, 0, film.length / 2);
        var rest = new ByteArrayInputStream(film, film.length / 2, film.length) {
            @Override
            public synchronized int read(byte[] buffer, int at, int length) {
                if (available() < film.length / 4) cancel(uploads, upload);
                return super.read(buffer, at, length);
            }
        };
        assertThatThrownBy(() -> reception.receive(
                school, upload, 0, new SequenceInputStream(half, rest), Optional.empty()))
                .isInstanceOf(UploadRefused.class);
        assertThat(uploads.find(school, upload.code())).isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static void cancel(Uploads uploads, Upload upload) {
        try {
            uploads.delete(upload);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
