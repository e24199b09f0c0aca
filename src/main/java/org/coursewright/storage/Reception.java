package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Takes the bytes of one request. Every 8 MiB or 3 s they are made durable, then told to the database: whatever dies
/// in between, what the database says is on the disk.
@Component
class Reception {

    private static final int STEP = 8 << 20;
    private static final Duration PACE = Duration.ofSeconds(3);
    /// A look at the first bytes may take 20 s, and the next piece as long.
    private static final Duration INSPECTION = Duration.ofSeconds(60);
    private static final long CHECKED_EACH_SECOND = 50 << 20;

    private final Storage storage;
    private final Uploads uploads;
    private final Blobs blobs;
    private final List<UploadInspection> inspections;

    Reception(Storage storage, Uploads uploads, Blobs blobs, List<UploadInspection> inspections) {
        this.storage = storage;
        this.uploads = uploads;
        this.blobs = blobs;
        this.inspections = inspections;
    }

    /// Appends what the body has; when the connection breaks, what came is kept.
    ///
    /// @return bytes of the upload that are safe now
    long receive(School school, Upload found, long offset, InputStream body, Optional<UploadChecksum> checksum)
            throws IOException {
        var lock = RandomCode.of(9);
        var upload = uploads.lock(found, lock)
                .orElseThrow(() -> new UploadRefused(423, "This file is being sent by another process already."));
        try {
            if (offset != upload.received())
                throw new UploadRefused(409, "The next byte must be " + upload.received() + ", not " + offset + ".");
            if (upload.finished()) return upload.size();
            try (var partial = storage.partial(upload.code())) {
                if (finishedBefore(school, partial, upload)) return upload.size();
                long received = append(partial, upload, lock, body, checksum);
                if (received == upload.size()) finish(school, partial, upload, lock);
                return received;
            }
        } finally {
            uploads.unlock(upload, lock);
        }
    }

    /// Whether a process died between the object and the word of it.
    private boolean finishedBefore(School school, PartialObject partial, Upload upload) throws IOException {
        if (upload.received() != upload.size() || upload.blob().isEmpty()) return false;
        if (!blobs.adopt(school, upload.blob().get())) return false;
        partial.delete();
        uploads.finish(upload);
        return true;
    }

    private long append(
            PartialObject partial, Upload upload, String lock, InputStream body, Optional<UploadChecksum> checksum)
            throws IOException {
        partial.truncate(upload.received());
        var buffer = new byte[1 << 16];
        long at = upload.received();
        long saved = at;
        long savedAt = System.nanoTime();
        try {
            for (int read = read(body, buffer, upload.size() - at); read > 0; read = read(
                    body, buffer, upload.size() - at)) {
                partial.append(buffer, read);
                at += read;
                if (checksum.isPresent()) checksum.get().update(buffer, read);
                else if (at - saved >= STEP || System.nanoTime() - savedAt > PACE.toNanos()) {
                    save(partial, upload, lock, at);
                    saved = at;
                    savedAt = System.nanoTime();
                }
                if (at - read < UploadInspection.LENGTH && at >= Math.min(upload.size(), UploadInspection.LENGTH)) {
                    uploads.save(upload, lock, saved, INSPECTION);
                    inspect(partial, upload);
                }
            }
        } catch (StorageFull full) {
            if (checksum.isEmpty()) save(partial, upload, lock, at);
            throw full;
        }
        if (checksum.isPresent() && !checksum.get().fits())
            throw new UploadRefused(UploadRefused.CHECKSUM_MISMATCH,
                    "The bytes changed on their way; send them again.");
        save(partial, upload, lock, at);
        return at;
    }

    /// @return bytes read; 0 or less at the end of the body, also when that is the end of the connection
    private static int read(InputStream body, byte[] buffer, long most) {
        try {
            return body.read(buffer, 0, (int) Math.min(buffer.length, most));
        } catch (IOException cut) {
            return -1;
        }
    }

    private void save(PartialObject partial, Upload upload, String lock, long received) throws IOException {
        partial.sync();
        if (uploads.save(upload, lock, received)) return;
        if (!uploads.exists(upload)) partial.delete(); // cancelled while bytes came
        throw new UploadRefused(423, "This file is being sent by another process now.");
    }

    private void inspect(PartialObject partial, Upload upload) throws IOException {
        if (inspections.isEmpty()) return;
        byte[] start;
        try (var in = partial.open()) {
            start = in.readNBytes(UploadInspection.LENGTH);
        }
        for (var inspection : inspections) {
            var refusal = inspection.refusal(upload.name(), upload.size(), start);
            if (refusal.isEmpty()) continue;
            uploads.delete(upload);
            throw new UploadRefused(422, upload.name() + ": error: " + refusal.get());
        }
    }

    private void finish(School school, PartialObject partial, Upload upload, String lock) throws IOException {
        uploads.save(upload, lock, upload.size(), Duration.ofSeconds(30 + upload.size() / CHECKED_EACH_SECOND));
        var digest = Hash.digest();
        try (var in = partial.open()) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
                digest.update(buffer, 0, read);
        }
        var hash = Hash.of(digest);
        if (upload.hash() != null && !hash.equals(upload.hash())) {
            uploads.delete(upload);
            throw new UploadRefused(
                    UploadRefused.CHECKSUM_MISMATCH,
                    upload.name()
                            + " is not the file that was announced: it changed while it was sent. Send it again.");
        }
        uploads.identify(upload, hash);
        blobs.put(school, partial, new Blob(hash, upload.size(), upload.mediaType()));
        uploads.finish(upload);
    }
}
