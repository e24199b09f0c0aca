package org.coursewright.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coursewright.job.RecurringJob;
import org.coursewright.platform.Settings;
import org.coursewright.platform.WrongSetting;
import org.coursewright.storage.StorageFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A backup each day, where `COURSEWRIGHT_BACKUP` names a folder for them. It is looked every hour whether one is due, so
/// that one that failed is tried again soon.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("coursewright.backup")
class BackupSchedule {

    private static final Logger log = LoggerFactory.getLogger(BackupSchedule.class);
    private static final Duration DAY = Duration.ofHours(23).plusMinutes(30);

    @Bean
    Backups backups(@Value("${coursewright.backup}") Path folder) {
        return new Backups(folder);
    }

    @Bean
    RecurringJob dailyBackup(
            Backups backups,
            Settings settings,
            @Value("${coursewright.storage:file:}") String storage,
            @Value("${coursewright.backup-keep:14}") int keep) {
        if (keep < 1) throw new WrongSetting("COURSEWRIGHT_BACKUP_KEEP must be 1 or more, not " + keep + ".");
        var holdings = new Holdings(
                settings.data(),
                settings.databaseUrl() == null,
                StorageFolder.of(settings.data(), storage),
                Optional.of(backups.folder()));
        return new RecurringJob("backup", Duration.ofHours(1), () -> {
            if (isDue(backups, Instant.now())) make(backups, holdings, keep);
        });
    }

    @Bean
    BackupHealth backupHealth(Backups backups, Settings settings, JdbcClient jdbc) {
        return new BackupHealth(backups, settings.databaseUrl() == null, jdbc, Instant.now());
    }

    static boolean isDue(Backups backups, Instant now) throws Exception {
        var names = backups.names();
        return names.isEmpty() || Backups.time(names.getLast()).plus(DAY).isBefore(now);
    }

    private static void make(Backups backups, Holdings holdings, int keep) throws Exception {
        var made = new BackingUp(backups, holdings, (_, _, _) -> {}).make();
        backups.keep(keep);
        log.info("Backup {} took {} s, {} new bytes", made.backup().name(), Math.round(made.seconds()),
                made.freshBytes());
    }
}
