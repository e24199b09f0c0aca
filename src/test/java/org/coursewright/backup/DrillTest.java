package org.coursewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coursewright.platform.postgres.DataFolderInUse;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wreck, restore, and everything is as it was. One backup for all, made while somebody writes.
class DrillTest {

    private static final Wish NEWEST = new Wish(Optional.empty(), Optional.empty());

    @TempDir
    static Path folder;

    private static Premises premises;
    private static Backups backups;
    private static Backup backup;
    private static Map<String, String> rows;
    private static Map<String, String> files;

    @BeforeAll
    static void aBackupIsMadeWhileSomebodyWrites() throws Exception {
        premises = new Premises(folder.resolve("data"), Optional.empty()).migrated();
        var ada = premises.school("ada");
        for (int i = 0; i < 30; i++)
            premises.keep(ada, "file " + i);
        premises.run("create table kept as select n, md5(n::text) as text from generate_series(1, 50000) as n");
        premises.run("create table noise (n bigint primary key)");
        backups = new Backups(folder.resolve("backups"));
        var written = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            for (long n = 1; written.get(); n++)
                premises.run("insert into noise values (" + n + ")");
        });
        try {
            backup = premises.backUp(backups.folder()).backup();
        } finally {
            written.set(false);
            writer.join();
        }
        rows = quiet(premises.rows());
        files = premises.files();
        premises.stop();
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    @Test
    void whatWasWreckedComesBackByteForByte() throws Exception {
        var data = copyOfTheData();
        wreck(data);
        var restored = new Restoring(backups, holdings(data), true, Premises.NOBODY).run(NEWEST);

        assertThat(restored.good()).isTrue();
        assertThat(restored.exact()).as("rows are counted at the very moment of the backup").isTrue();
        assertThat(restored.found().orElseThrow().rows()).isEqualTo(backup.rows());
        try (var again = new Premises(data, Optional.empty())) {
            assertThat(quiet(again.rows())).isEqualTo(rows);
            assertThat(again.files()).isEqualTo(files).hasSize(30);
            long noise = Long.parseLong(again.ask("select count(*) from noise"));
            assertThat(again.ask("select max(n) from noise")).as("all that was written until then")
                    .isEqualTo("" + noise);
            assertThat(noise).isGreaterThan(0).isEqualTo(count("public.noise"));
        }
        var aside = restored.aside().orElseThrow();
        assertThat(aside.getParent()).isEqualTo(data.getParent());
        assertThat(aside.getFileName().toString()).startsWith("wrecked.before-");
        assertThat(aside.resolve("postgres/18/PG_VERSION")).exists();
    }

    @Test
    void aDrillCountsAndLeavesNothing() throws Exception {
        var data = Files.createDirectory(folder.resolve("elsewhere"));
        Premises.shareThePrograms(data);
        var restored = new Drill(backups, data, Premises.NOBODY).run(NEWEST);
        assertThat(restored.good()).isTrue();
        assertThat(restored.rows()).isEqualTo(backup.rows()).isGreaterThan(50_000);
        assertThat(restored.bytes()).isGreaterThan(20_000_000);
        assertThat(data).isDirectoryContaining("glob:**/cache").isDirectoryNotContaining("glob:**/drill-*");
    }

    @Test
    void aDamagedFileIsNamedWithItsHash() throws Exception {
        var file = backup.files().getFirst();
        var bytes = backups.folder().resolve("objects").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
        var whole = Files.readAllBytes(bytes);
        try {
            flip(bytes);
            assertThatThrownBy(() -> new Drill(backups, folder.resolve("nowhere"), Premises.NOBODY).run(NEWEST))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining(bytes.toString())
                    .hasMessageContaining("postgres/18/PG_VERSION")
                    .hasMessageContaining("instead of " + file.sha256());
            assertThat(folder.resolve("nowhere")).doesNotExist();
            Files.delete(bytes);
            assertThatThrownBy(() -> new Drill(backups, folder.resolve("nowhere"), Premises.NOBODY).run(NEWEST))
                    .hasMessageContaining(bytes + ", which holds postgres/18/PG_VERSION, is missing");
        } finally {
            Files.write(bytes, whole);
        }
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        var data = folder.resolve("taken");
        Files.createDirectories(EmbeddedPostgres.cluster(data));
        Files.writeString(EmbeddedPostgres.cluster(data).resolve("PG_VERSION"), "18");
        assertThatThrownBy(() -> new Restoring(backups, holdings(data), false, Premises.NOBODY).run(NEWEST))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is not empty");
        try (var _ = EmbeddedPostgres.reserve(data)) {
            assertThatThrownBy(() -> new Restoring(backups, holdings(data), true, Premises.NOBODY).run(NEWEST))
                    .isInstanceOf(DataFolderInUse.class);
        }
        assertThat(EmbeddedPostgres.cluster(data).resolve("PG_VERSION")).hasContent("18");
    }

    @Test
    void aFolderWithoutBackupsAndAStrangeNameAreSaid() {
        assertThatThrownBy(() -> Plan.of(new Backups(folder.resolve("empty")), NEWEST))
                .hasMessage("There is no backup in " + folder.resolve("empty") + ".");
        assertThatThrownBy(() -> Plan.of(backups, new Wish(Optional.of("yesterday"), Optional.empty())))
                .hasMessageContaining("There is no backup yesterday").hasMessageContaining(backup.name());
    }

    private static Path copyOfTheData() throws IOException {
        var copy = folder.resolve("wrecked");
        Disk.delete(copy);
        for (var one : Disk.folders(premises.data()))
            Files.createDirectories(copy.resolve(premises.data().relativize(one)));
        for (var file : Disk.files(premises.data()))
            Files.copy(file, copy.resolve(premises.data().relativize(file)));
        Premises.shareThePrograms(copy);
        return copy;
    }

    private static void wreck(Path data) throws IOException {
        var cluster = EmbeddedPostgres.cluster(data);
        Disk.delete(cluster.resolve("base"));
        flip(cluster.resolve("global/pg_control"));
        Disk.delete(data.resolve("storage/objects"));
    }

    private static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static Holdings holdings(Path data) {
        return premises.holdings().in(data);
    }

    /// Without what was written meanwhile.
    private static Map<String, String> quiet(Map<String, String> rows) {
        var quiet = new TreeMap<>(rows);
        quiet.remove("noise");
        return quiet;
    }

    private static long count(String table) {
        var database = backup.database();
        return database == null ? -1 : database.rows().getOrDefault(table, -1L);
    }
}
