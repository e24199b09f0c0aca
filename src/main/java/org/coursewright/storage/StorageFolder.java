package org.coursewright.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.coursewright.platform.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The storage as a folder, for who copies it as a whole.
public final class StorageFolder {

    private StorageFolder() {}

    /// Absent when files are kept elsewhere, such as in a bucket.
    ///
    /// @param address value of `COURSEWRIGHT_STORAGE`
    public static Optional<Path> of(Path data, String address) {
        if (!address.startsWith("file:")) return Optional.empty();
        var folder = address.substring("file:".length());
        return Optional.of(folder.isEmpty() ? data.resolve("storage") : Path.of(folder));
    }

    /// Every file that a database names, of all schools, with its key.
    public static void named(JdbcClient jdbc, BiConsumer<String, Blob> each) {
        jdbc.sql("select school_id, hash, size, media_type from blob order by school_id, hash").query(row -> {
            var blob = new Blob(new Hash(row.getString("hash")), row.getLong("size"), row.getString("media_type"));
            each.accept(Blob.key(row.getLong("school_id"), blob.hash()), blob);
        });
    }

    /// Uploads on their way are in no backup: who sends one begins anew.
    public static void forgetUploads(JdbcClient jdbc) {
        jdbc.sql("delete from upload where school_id > 0 and finished_at is null").update();
    }
}
