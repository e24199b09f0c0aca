package org.coursewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coursewright.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The folder of backups, with files of schools alone: their database is elsewhere.
class BackupsTest {

    @TempDir
    Path folder;

    @Test
    void theSecondBackupCopiesOnlyWhatIsNew() throws Exception {
        write("one", "a");
        write("two", "b");
        assertThat(make().freshBytes()).isEqualTo(2);
        write("three", "cde");
        assertThat(make().freshBytes()).isEqualTo(3);
        assertThat(make().freshBytes()).isZero();
        assertThat(Disk.files(backups().folder().resolve("objects"))).hasSize(3);
    }

    @Test
    void aFileThatWasReplacedIsInEachBackupAsItWas() throws Exception {
        write("one", "old");
        var first = make().backup();
        write("one", "new");
        make();
        restore("first", new Wish(Optional.of(first.name()), Optional.empty()));
        restore("second", new Wish(Optional.empty(), Optional.empty()));
        assertThat(folder.resolve("first/storage/objects/one")).hasContent("old");
        assertThat(folder.resolve("second/storage/objects/one")).hasContent("new");
        assertThat(folder.resolve("second/postgres")).as("no database came, and none seems to be there").doesNotExist();
    }

    @Test
    void onlyTheNewestAreKeptWithWhatTheyName() throws Exception {
        write("gone", "gone soon");
        make();
        Files.delete(data().resolve("storage/objects/gone"));
        write("stays", "s");
        var second = make().backup();
        var third = make().backup();
        backups().keep(2);
        assertThat(backups().names()).containsExactly(second.name(), third.name());
        assertThat(Disk.files(backups().folder().resolve("objects"))).hasSize(1);
        assertThat(new Drill(backups(), folder.resolve("drill"), Premises.NOBODY)
                .run(new Wish(Optional.empty(), Optional.empty())).good()).isTrue();
    }

    @Test
    void anInterruptedBackupLooksLikeNone() throws Exception {
        write("one", "a");
        assertThatThrownBy(() -> new BackingUp(backups(), holdings(), (step, _, _) -> {
            if (step.equals("making it durable")) throw new IllegalStateException("the power goes");
        }).make()).hasMessage("the power goes");
        assertThat(backups().names()).isEmpty();
        assertThat(Disk.files(backups().folder()).stream().filter(file -> file.endsWith("manifest.json"))).isEmpty();
        assertThat(make().freshBytes()).as("nothing of it is trusted").isEqualTo(1);
    }

    @Test
    void twoAtOnceAreOneTooMany() throws Exception {
        write("one", "a");
        try (var _ = backups().lock()) {
            assertThatThrownBy(this::make).isInstanceOf(BackupRefused.class).hasMessageContaining("is being made");
        }
    }

    @Test
    void nothingIsDeletedWhileAnotherBackupIsBeingMade() throws Exception {
        write("one", "a");
        make();
        var newest = make().backup();
        try (var _ = backups().lock()) {
            backups().keep(1);
        }
        assertThat(backups().names()).hasSize(2);
        backups().keep(1);
        assertThat(backups().names()).containsExactly(newest.name());
    }

    @Test
    void aStorageOfItsOwnWithinTheDataFolderComesBackToo() throws Exception {
        var files = Files.createDirectories(data().resolve("files/objects"));
        Files.writeString(files.resolve("one"), "a");
        var here = new Holdings(data(), false, Optional.of(data().resolve("files")), Optional.empty());
        new BackingUp(backups(), here, Premises.NOBODY).make();
        Files.delete(files.resolve("one"));
        new Restoring(backups(), here, true, Premises.NOBODY).run(new Wish(Optional.empty(), Optional.empty()));
        assertThat(files.resolve("one")).hasContent("a");
    }

    @Test
    void aFolderThatCannotBeMovedLeavesAllAsItWas() throws Exception {
        var from = Files.createDirectories(data().resolve("postgres"));
        var taken = Files.createDirectories(folder.resolve("taken/full"));
        assertThatThrownBy(() -> {
            try (var moves = new Moves()) {
                moves.move(from, folder.resolve("aside"));
                moves.move(data().resolve("not there"), taken);
                moves.keep();
            }
        }).isInstanceOf(IOException.class);
        assertThat(from).isDirectory();
        assertThat(folder.resolve("aside")).doesNotExist();
    }

    @Test
    void aDamagedListOfALaterBackupIsNotInTheWayOfAnOlderOne() throws Exception {
        write("one", "a");
        var first = make().backup();
        var second = make().backup();
        Files.writeString(backups().folder().resolve(second.name()).resolve("manifest.json"), "{torn");
        assertThat(backups().readable(second.name())).isEmpty();
        restore("older", new Wish(Optional.of(first.name()), Optional.empty()));
        assertThat(folder.resolve("older/storage/objects/one")).hasContent("a");
        assertThatThrownBy(() -> restore("newest", new Wish(Optional.empty(), Optional.empty())))
                .as("the newest is not left out in silence").hasMessageContaining("damaged");
    }

    @Test
    void whileTheDatabaseIsAwayTheBackupSaysNothingOfIt() {
        var away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));
        assertThat(new BackupHealth(backups(), true, away, Instant.now()).fault()).isEmpty();
    }

    @Test
    void twoDrillsInOneFolderAreOneTooMany() throws Exception {
        write("one", "a");
        make();
        var wish = new Wish(Optional.empty(), Optional.empty());
        var drilled = new Drill(backups(), folder.resolve("drill"), (_, _, _) -> assertThatThrownBy(
                () -> new Drill(backups(), folder.resolve("drill"), Premises.NOBODY).run(wish))
                .isInstanceOf(BackupRefused.class).hasMessageContaining("Another drill")).run(wish);
        assertThat(drilled.good()).isTrue();
        assertThat(folder.resolve("drill")).doesNotExist();
    }

    @Test
    void ofAnotherServerItIsSaidWhatItMustDo() {
        assertThat(ExternalDatabase.findings(new Database().url()))
                .hasSize(2)
                .first().asString().contains("NOT in this backup").contains("pgBackRest");
        assertThat(ExternalDatabase.told(new ExternalDatabase.State("replica", "off", Optional.empty(), false)))
                .containsExactly("Its server keeps no archive (wal_level=replica, archive_mode=off): what was written "
                        + "since its last backup would be lost.");
        assertThat(ExternalDatabase.told(new ExternalDatabase.State("replica", "on", Optional.empty(), true)))
                .first().asString().contains("CANNOT");
        assertThat(ExternalDatabase.findings("jdbc:postgresql://127.0.0.1:1/none?user=nobody"))
                .last().asString().contains("does not answer");
    }

    @Test
    void oldBackupsAreAFault() throws Exception {
        write("one", "a");
        var health = new BackupHealth(backups(), false, new Database().jdbc(), Instant.now());
        var now = Instant.now();
        assertThat(health.old(now)).as("it has only begun").isEmpty();
        assertThat(health.old(now.plus(Duration.ofHours(37))).orElseThrow()).contains("there is no backup");
        assertThat(BackupSchedule.isDue(backups(), now)).isTrue();
        var made = make().backup();
        assertThat(health.old(now.plus(Duration.ofHours(35)))).isEmpty();
        assertThat(health.old(now.plus(Duration.ofHours(37))).orElseThrow())
                .contains("the newest backup").contains("" + Backups.time(made.name()));
        assertThat(BackupSchedule.isDue(backups(), now.plus(Duration.ofHours(23)))).isFalse();
        assertThat(BackupSchedule.isDue(backups(), now.plus(Duration.ofHours(24)))).isTrue();
    }

    private Backups backups() {
        return new Backups(folder.resolve("backups"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Holdings holdings() {
        return new Holdings(data(), false, Optional.of(data().resolve("storage")), Optional.empty());
    }

    private BackingUp.Made make() throws Exception {
        return new BackingUp(backups(), holdings(), Premises.NOBODY).make();
    }

    private void restore(String name, Wish wish) throws Exception {
        new Restoring(backups(), holdings().in(folder.resolve(name)), false, Premises.NOBODY).run(wish);
    }

    private void write(String key, String text) throws Exception {
        var file = data().resolve("storage/objects").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
