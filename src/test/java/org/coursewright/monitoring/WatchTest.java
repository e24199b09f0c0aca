package org.coursewright.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewright.Database;
import org.coursewright.platform.HealthCheck;
import org.coursewright.platform.PlatformFixture;
import org.coursewright.platform.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WatchTest {

    private final Database database = new Database();
    private final Alerts alerts = new Alerts(database.jdbc());
    private final Nodes nodes = new Nodes(database.jdbc(), monitoring(), settings(), new MockEnvironment());
    private final Part disk = new Part("disk");
    private final Part postgres = new Part("database");
    private final Watch watch = new Watch(PlatformFixture.health(disk, postgres), nodes, alerts,
            new AlertDoors(monitoring()), settings());
    private int second;

    @Test
    void aFaultThatEndsWhileTheDatabaseIsAwayIsOverAndTheNextOneIsNews() {
        disk.fault = Optional.of("full");
        look(2);
        assertThat(open()).containsExactly("disk");
        postgres.fault = Optional.of("gone");
        look(2);
        disk.fault = Optional.empty();
        look(2);
        assertThat(open()).as("nothing can be written").containsExactly("disk");
        postgres.fault = Optional.empty();
        look(2);
        assertThat(open()).isEmpty();
        assertThat(alerts.latest(9)).extracting(Alert::component).containsExactlyInAnyOrder("disk", "database");
        disk.fault = Optional.of("full again");
        look(2);
        assertThat(open()).containsExactly("disk");
    }

    @Test
    void aFaultThatCameAndWentWhileTheDatabaseWasAwayIsWrittenDownAfterwards() {
        look(1);
        postgres.fault = Optional.of("gone");
        disk.fault = Optional.of("full");
        look(2);
        disk.fault = Optional.empty();
        look(2);
        assertThat(alerts.latest(9)).isEmpty();
        postgres.fault = Optional.empty();
        look(2);
        assertThat(alerts.latest(9)).hasSize(2).noneMatch(Alert::open);
    }

    @Test
    void whatAGoneNodeSawIsEndedForIt() {
        nodes.arrive();
        alerts.raise(new Subject("disk", "left long ago"), "full", Instant.now());
        alerts.raise(new Subject("disk", nodes.own()), "full", Instant.now());
        alerts.raise(new Subject("mail", ""), "refused", Instant.now());
        alerts.raise(new Subject(Subject.NODE, "lost"), "silent", Instant.now());
        alerts.endThoseOfGoneNodes();
        assertThat(alerts.latest(9)).filteredOn(Alert::open).extracting(Alert::subject)
                .containsExactlyInAnyOrder(new Subject("disk", nodes.own()), new Subject("mail", ""),
                        new Subject(Subject.NODE, "lost"));
    }

    private void look(int times) {
        for (int i = 0; i < times; i++)
            watch.look(Instant.now().plusSeconds(++second));
    }

    private List<String> open() {
        return alerts.latest(9).stream().filter(Alert::open).map(Alert::component).toList();
    }

    private static MonitoringSettings monitoring() {
        return new MonitoringSettings("here", List.of(), null, null, null);
    }

    private static Settings settings() {
        return new Settings(Path.of("target"), URI.create("http://localhost:8080"), Settings.Role.ALL, false, null,
                null);
    }

    private static final class Part implements HealthCheck {

        private final String name;
        private volatile Optional<String> fault = Optional.empty();

        Part(String name) {
            this.name = name;
        }

        @Override
        public String component() {
            return name;
        }

        @Override
        public Optional<String> fault() {
            return fault;
        }
    }
}
