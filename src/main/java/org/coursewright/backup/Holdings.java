package org.coursewright.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.coursewright.storage.StorageFolder;

/// What an installation has on this machine.
///
/// @param embedded whether its database is our own
/// @param storage the folder of its files; absent when they are in a bucket
/// @param archive folder of backups that also has the archive of the database
public record Holdings(Path data, boolean embedded, Optional<Path> storage, Optional<Path> archive) {

    /// As the environment says.
    public static Holdings of(Map<String, String> environment) {
        var data = Path.of(environment.getOrDefault("COURSEWRIGHT_DATA", "./data")).toAbsolutePath().normalize();
        return new Holdings(
                data,
                !environment.containsKey("COURSEWRIGHT_DATABASE_URL"),
                StorageFolder.of(data, environment.getOrDefault("COURSEWRIGHT_STORAGE", "file:")),
                Optional.ofNullable(environment.get("COURSEWRIGHT_BACKUP")).filter(value -> !value.isEmpty())
                        .map(Path::of));
    }

    /// The same in another data folder. Its own storage goes with it; any other folder stays where it is, even one that
    /// lies within the data folder.
    public Holdings in(Path other) {
        var own = storage.filter(folder -> folder.startsWith(data.resolve("storage")));
        return new Holdings(
                other, embedded, own.map(folder -> other.resolve(data.relativize(folder))).or(() -> storage), archive);
    }

    boolean hasCluster() {
        return Files.exists(EmbeddedPostgres.cluster(data).resolve("PG_VERSION"));
    }
}
