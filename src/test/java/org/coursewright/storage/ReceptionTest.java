package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewright.Database;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
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
        var school = school();
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
            partial.become(Blob.key(school, upload.hash()));
        }
        uploads.unlock(locked, "a");
        assertThat(blobs.find(school, upload.hash())).isEmpty();

        var found = uploads.find(school, upload.code()).orElseThrow();
        var reception = new Reception(storage, uploads, blobs, List.of());
        assertThat(reception.receive(school, found, film.length, InputStream.nullInputStream(), Optional.empty()))
                .isEqualTo(film.length);
        assertThat(blobs.find(school, upload.hash())).contains(upload.blob());
        assertThat(uploads.find(school, upload.code()).orElseThrow().finished()).isTrue();
    }

    private School school() {
        long id = database.jdbc()
                .sql("insert into school (slug, name) values ('ada', 'Ada') returning id")
                .query((row, _) -> row.getLong("id"))
                .single();
        return new School(id, new Slug("ada"), "Ada", "en", Instant.EPOCH);
    }
}
