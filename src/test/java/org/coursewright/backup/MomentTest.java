package org.coursewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// With the archive any moment comes back, and after that the history goes on from there.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MomentTest {

    @TempDir
    static Path folder;

    private static Premises premises;
    private static Backups backups;
    private static Backup first;
    private static Backup second;
    private static Instant before;
    private static Instant between;

    @BeforeAll
    static void rowsAreDeletedAndOthersCome() throws Exception {
        backups = new Backups(folder.resolve("back's % ups"));
        premises = new Premises(folder.resolve("data"), Optional.of(backups.folder())).migrated();
        premises.run("create table kept as select n from generate_series(1, 1000) as n");
        before = now();
        first = premises.backUp(backups.folder()).backup();
        var ada = premises.school("ada");
        premises.keep(ada, "after the first backup");
        premises.run("insert into kept values (1001)");
        between = now();
        Thread.sleep(20);
        premises.run("delete from kept where n <= 1000");
        premises.run("insert into kept values (2000)");
        second = premises.backUp(backups.folder()).backup();
        premises.run("insert into kept values (3000)");
        premises.stop(); // which brings the rest to the archive
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    @Test
    @Order(1)
    void aMomentBringsBackWhatWasDeletedAfterItAndNothingThatCameLater() throws Exception {
        var restored = restore("moment", new Wish(Optional.empty(), Optional.of(between)));
        assertThat(restored.backup().name()).isEqualTo(first.name());
        assertThat(restored.found().orElseThrow().missing()).as("files come from the later backup").isEmpty();
        try (var again = new Premises(folder.resolve("moment"), Optional.empty())) {
            assertThat(again.ask("select count(*) || ' ' || max(n) from kept")).isEqualTo("1001 1001");
            assertThat(again.files()).isEqualTo(premises.files()).hasSize(1);
        }
    }

    @Test
    @Order(2)
    void theNewestStateIsNewerThanTheLastBackup() throws Exception {
        restore("newest", new Wish(Optional.empty(), Optional.empty()));
        try (var again = new Premises(folder.resolve("newest"), Optional.empty())) {
            assertThat(again.ask("select string_agg(n::text, ' ' order by n) from kept")).isEqualTo("1001 2000 3000");
        }
    }

    @Test
    @Order(3)
    void aNamedBackupBringsBackJustItsOwnState() throws Exception {
        var restored = new Drill(backups, scratch("named"), Premises.NOBODY)
                .run(new Wish(Optional.of(second.name()), Optional.empty()));
        assertThat(restored.exact()).isTrue();
        assertThat(restored.good()).isTrue();
        assertThat(restored.rows()).isEqualTo(second.rows());
    }

    @Test
    @Order(4)
    void aMomentOutsideIsToldWithThoseInside() throws Exception {
        var end = Wal.of(backups, database(first)).end(first, database(first));
        assertThatThrownBy(() -> Plan.of(backups, new Wish(Optional.empty(), Optional.of(before))))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("The state of " + before)
                .hasMessageContaining("from " + first.endedAt() + " to " + end);
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> Plan.of(backups, new Wish(Optional.empty(), Optional.of(tomorrow))))
                .hasMessageContaining("from " + second.endedAt() + " to " + end);
    }

    /// A day later nobody has counted; what was counted must still hold.
    @Test
    @Order(4)
    void aDrillWithAnArchiveFailsWhenTheBackupDoesNotHoldWhatItCounted() throws Exception {
        var drill = new Drill(backups, scratch("counted"), Premises.NOBODY);
        assertThat(drill.run(new Wish(Optional.empty(), Optional.empty())).good()).isTrue();
        var manifest = backups.folder().resolve(second.name()).resolve("manifest.json");
        var whole = Files.readString(manifest);
        Files.writeString(manifest, whole.replace("\"public.kept\":2", "\"public.kept\":7"));
        try {
            var restored = drill.run(new Wish(Optional.empty(), Optional.empty()));
            assertThat(restored.good()).isFalse();
            assertThat(restored.found().orElseThrow().other()).containsOnlyKeys("public.kept");
        } finally {
            Files.writeString(manifest, whole);
        }
    }

    @Test
    @Order(5)
    void aDamagedArchiveIsNamed() throws Exception {
        var file = Wal.of(backups, database(second)).after(database(second).lastWal()).getFirst();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        try {
            assertThatThrownBy(() -> new Drill(backups, scratch("damaged"), Premises.NOBODY)
                    .run(new Wish(Optional.empty(), Optional.empty())))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("The archive is damaged: " + file);
        } finally {
            Files.write(file, whole);
        }
    }

    @Test
    @Order(6)
    void historyGoesOnFromTheMomentThatCameBack() throws Exception {
        restore("again", new Wish(Optional.empty(), Optional.of(between)));
        try (var again = new Premises(folder.resolve("again"), Optional.of(backups.folder()))) {
            again.run("insert into kept values (5000)");
        }
        var restored = restore("after", new Wish(Optional.empty(), Optional.empty()));
        assertThat(restored.backup().name()).as("the second one leads elsewhere").isEqualTo(first.name());
        try (var after = new Premises(folder.resolve("after"), Optional.empty())) {
            assertThat(after.ask("select count(*) || ' ' || max(n) from kept")).isEqualTo("1002 5000");
        }
        assertThat(new Drill(backups, scratch("elsewhere"), Premises.NOBODY)
                .run(new Wish(Optional.of(second.name()), Optional.empty())).good()).isTrue();
    }

    @Test
    @Order(7)
    void theArchiveGoesWithTheBackupsThatNeedIt() throws Exception {
        backups.keep(1);
        assertThat(backups.names()).containsExactly(second.name());
        var left = Disk.files(Wal.of(backups, database(second)).archive().folder());
        assertThat(
                left.stream().map(file -> file.getFileName().toString()).filter(name -> name.matches("[0-9A-F]{24}.*")))
                .isNotEmpty()
                .allMatch(name -> name.substring(8, 24).compareTo(database(second).firstWal().substring(8)) >= 0);
        assertThat(left).anyMatch(file -> file.toString().endsWith(".history.gz"));
    }

    private static Restored restore(String name, Wish wish) throws Exception {
        return new Restoring(backups, premises.holdings().in(scratch(name)), false, Premises.NOBODY).run(wish);
    }

    private static Path scratch(String name) throws Exception {
        var data = Files.createDirectories(folder.resolve(name));
        Premises.shareThePrograms(data);
        return data;
    }

    private static Instant now() {
        return Instant.parse(premises.ask(
                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private static Backup.Cluster database(Backup backup) {
        var database = backup.database();
        if (database == null) throw new AssertionError(backup);
        return database;
    }
}
