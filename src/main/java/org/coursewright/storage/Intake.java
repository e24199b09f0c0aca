package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Takes files that the program fetches by itself: an upload like any other, with the same room, first look, steps and
/// hash.
@Component
public class Intake {

    private final Uploads uploads;
    private final Reception reception;
    private final Room room;
    private final Blobs blobs;

    Intake(Uploads uploads, Reception reception, Room room, Blobs blobs) {
        this.uploads = uploads;
        this.reception = reception;
        this.room = room;
        this.blobs = blobs;
    }

    /// How far a file is.
    public sealed interface Progress {

        /// @param bytes that are safe; more of them are to come
        record Partly(long bytes) implements Progress {}

        record Whole(Received file) implements Progress {}

        /// It is not taken, for a reason that people are told; nothing of it is kept.
        record Refused(String reason) implements Progress {}

        /// Nothing is known of it, any more.
        record Unknown() implements Progress {}
    }

    /// Begins an upload.
    ///
    /// @param size of the whole file, in bytes
    /// @param by who asked for it, for people
    /// @return its code, or why there is no room for it
    public Begun begin(School school, String name, long size, String by) throws IOException {
        try {
            room.check(school, name, size);
        } catch (UploadRefused refused) {
            return new Begun.Refused(String.valueOf(refused.getMessage()));
        }
        return new Begun.Upload(uploads.create(new Uploader(school, by, true), size,
                new UploadMetadata(name, null, MediaTypes.of(name))).code());
    }

    /// The beginning of an upload.
    public sealed interface Begun {

        record Upload(String code) implements Begun {}

        record Refused(String reason) implements Begun {}
    }

    public Progress progress(School school, String code) {
        return uploads.find(school, code)
                .filter(upload -> !upload.expired())
                .map(Intake::progress)
                .orElseGet(Progress.Unknown::new);
    }

    /// Appends what a stream has, to its end or its break.
    ///
    /// @param from which byte of the file is its first
    /// @throws IOException when another process has this file in its hands, or the storage fails
    public Progress receive(School school, String code, long from, InputStream bytes) throws IOException {
        var upload = uploads.find(school, code);
        if (upload.isEmpty()) return new Progress.Unknown();
        try {
            reception.receive(school, upload.get(), from, bytes, Optional.empty());
            return progress(school, code);
        } catch (UploadRefused refused) {
            if (refused.status().value() == 423 || refused.status().value() == 409) throw new IOException(refused);
            return new Progress.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /// Forgets an upload and its bytes; a file that came whole stays a file.
    public void forget(School school, String code) throws IOException {
        var upload = uploads.find(school, code);
        if (upload.isPresent()) uploads.delete(upload.get());
    }

    /// Forgets an upload with the file that it became, which the caller knows to be used nowhere.
    public void discard(School school, String code) throws IOException {
        blobs.delete(school, code);
        forget(school, code);
    }

    private static Progress progress(Upload upload) {
        var blob = upload.blob();
        if (upload.finished() && blob.isPresent())
            return new Progress.Whole(new Received(upload.code(), upload.name(), blob.get()));
        return new Progress.Partly(upload.received());
    }
}
