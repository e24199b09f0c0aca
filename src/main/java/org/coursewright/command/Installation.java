package org.coursewright.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.coursewright.audit.Audit;
import org.coursewright.enrolment.BulkEnrolment;
import org.coursewright.enrolment.Enrolments;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.ApiTokens;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.NewSchools;
import org.coursewright.identity.Students;
import org.coursewright.platform.LocalDatabase;
import org.coursewright.platform.Notices;
import org.coursewright.platform.Settings;
import org.coursewright.school.Schools;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The installation in a data folder, for a command that works on it directly: attached to the database that runs, or
/// with one that is started for the moment. Only the few parts that commands use, without web and workers.
final class Installation implements AutoCloseable {

    private static final List<Class<?>> PARTS = List.of(
            Schools.class,
            Notices.class,
            Audit.class,
            Accounts.class,
            Memberships.class,
            NewSchools.class,
            Students.class,
            ApiTokens.class,
            Enrolments.class,
            BulkEnrolment.class);

    private final LocalDatabase database;
    private final AnnotationConfigApplicationContext parts;

    private Installation(LocalDatabase database, Settings settings) {
        this.database = database;
        var source = database.source();
        this.parts = new AnnotationConfigApplicationContext();
        parts.registerBean(DataSource.class, () -> source);
        parts.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        parts.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(source));
        parts.registerBean(Settings.class, () -> settings);
        parts.registerBean(Transactions.class);
        PARTS.forEach(part -> parts.registerBean(part, definition -> definition.setLazyInit(true)));
        parts.refresh();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /// As the environment says: `COURSEWRIGHT_DATA`, `COURSEWRIGHT_DATABASE_URL`, `COURSEWRIGHT_URL`.
    static Installation open(Map<String, String> environment) throws IOException, SQLException {
        var data = Path.of(environment.getOrDefault("COURSEWRIGHT_DATA", "./data"));
        var url = URI.create(Target.here(environment));
        var settings = new Settings(data, url, Settings.Role.WEB, false, null, null);
        var external = environment.get("COURSEWRIGHT_DATABASE_URL");
        var database = external == null
                ? LocalDatabase.open(settings.data())
                : Optional.of(LocalDatabase.at(external));
        return new Installation(
                database.orElseThrow(() -> new Refusal("There is no installation in " + settings.data()
                        + ". Name its folder in COURSEWRIGHT_DATA, or start one: coursewright serve")),
                settings);
    }

    <T> T part(Class<T> type) {
        return parts.getBean(type);
    }

    @Override
    public void close() {
        parts.close();
        database.close();
    }
}
