package org.coursewright.storage;

import java.io.IOException;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Says before the first byte whether a file has room: for one file, for its school, and on the disk.
@Component
class Room {

    private final Uploads uploads;
    private final UploadLimits limits;
    private final Storage storage;

    Room(Uploads uploads, UploadLimits limits, Storage storage) {
        this.uploads = uploads;
        this.limits = limits;
        this.storage = storage;
    }

    /// @throws UploadRefused with both sizes in its sentence
    /// @throws StorageFull when the disk has no room
    void check(School school, String name, long length) throws IOException {
        if (length > limits.largest().toBytes())
            throw new UploadRefused(
                    413, name + " has " + megabytes(length) + "; one file may have at most "
                            + megabytes(limits.largest().toBytes()) + ".");
        long left = uploads.quota(school);
        if (length > left)
            throw new UploadRefused(
                    413, name + " has " + megabytes(length) + "; this school has room for "
                            + megabytes(Math.max(0, left)) + ".");
        if (length > storage.room()) throw new StorageFull();
    }

    private static String megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000) + " MB";
    }
}
