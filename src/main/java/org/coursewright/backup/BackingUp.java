package org.coursewright.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/// Makes a backup: first the database, then the files that it names, so that none is missing.
public final class BackingUp {

    /// The way to the files of schools in every backup.
    static final String OBJECTS = "storage/objects";
    private static final String MAILBOX = "mailbox";

    private final Backups backups;
    private final Holdings holdings;
    private final Watch watch;

    public BackingUp(Backups backups, Holdings holdings, Watch watch) {
        this.backups = backups;
        this.holdings = holdings;
        this.watch = watch;
    }

    /// What was made.
    ///
    /// @param freshBytes that no backup had before
    public record Made(Backup backup, long freshBytes, double seconds) {}

    /// @throws BackupRefused when there is nothing to back up here, or another one is being made
    public Made make() throws IOException, SQLException {
        if (!holdings.embedded() && holdings.storage().isEmpty())
            throw new BackupRefused(
                    "Nothing of this installation is on this machine: its database is another server's, "
                            + "its files are in a bucket. See docs/operating/backup.md for what to do there.");
        if (holdings.embedded() && !holdings.hasCluster())
            throw new BackupRefused("There is no installation in " + holdings.data()
                    + ". Name its folder in COURSEWRIGHT_DATA.");
        try (var _ = backups.lock()) {
            return makeAlone();
        }
    }

    private Made makeAlone() throws IOException, SQLException {
        long began = System.nanoTime();
        var startedAt = Instant.now();
        backups.tidy();
        var collection = new Collection(holdings.data(), backups.pool(), newest(), watch);
        var name = Backups.name(startedAt);
        var copied = holdings.embedded() ? copyDatabase(collection, name) : null;
        copyFiles(collection);
        watch.at("making it durable", 0, 1);
        var backup = new Backup(
                name,
                program(),
                startedAt,
                copied == null ? Instant.now() : copied.endedAt(),
                copied == null ? null : copied.cluster(),
                holdings.storage().isPresent(),
                collection.folders(),
                collection.files());
        backups.finish(backup);
        return new Made(backup, collection.freshBytes(), (System.nanoTime() - began) / 1e9);
    }

    private Optional<Backup> newest() throws IOException {
        try {
            return backups.newest();
        } catch (BackupRefused damaged) {
            return Optional.empty(); // then this one copies all
        }
    }

    private ClusterCopy.@Nullable Copied copyDatabase(Collection collection, String name)
            throws IOException, SQLException {
        var data = holdings.data();
        var cluster = EmbeddedPostgres.cluster(data);
        var running = EmbeddedPostgres.running(data);
        if (running.isPresent()) return new ClusterCopy(cluster, running.get(), collection).copy(name);
        try (var postgres = EmbeddedPostgres.start(data, holdings.archive())) {
            return new ClusterCopy(cluster, postgres.url("coursewright"), collection).copy(name);
        }
    }

    private void copyFiles(Collection collection) throws IOException {
        var password = holdings.data().resolve("postgres/password");
        if (holdings.embedded()) collection.copy("the password", List.of(password));
        if (holdings.storage().isPresent())
            collection.copyUnchanging("files", holdings.storage().get().resolve("objects"), OBJECTS);
        collection.copyUnchanging("mails", holdings.data().resolve(MAILBOX), MAILBOX);
    }

    private static String program() {
        var version = BackingUp.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
