package org.coursewright.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.coursewright.Database;
import org.coursewright.platform.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JobsTest {

    private final Database database = new Database();
    private final DataSource source = database.dataSource();
    private final JobRuns runs = new JobRuns(database.jdbc());
    private final Jobs jobs = new Jobs(source);
    private final Letters letters = new Letters();
    private final Workers workers = new Workers(settings(Settings.Role.ALL), database.dataSource(), runs,
            List.of(letters), List.of());

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void workIsDoneOnceForEachKey() throws Exception {
        jobs.enqueue(letters.kind(), "a", new Letter("first", 0));
        jobs.enqueue(letters.kind(), "a", new Letter("again", 0));
        workers.start();
        await(() -> runs.latest(10).size() == 1);
        assertThat(letters.delivered).hasValue(1);
        assertThat(runs.latest(10).getFirst().succeeded()).isTrue();
    }

    @Test
    void workOfATransactionThatRollsBackNeverExisted() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        transaction.executeWithoutResult(status -> {
            jobs.enqueue(letters.kind(), "a", new Letter("lost", 0));
            status.setRollbackOnly();
        });
        assertThat(runs.waiting(10)).isEmpty();
    }

    @Test
    void aFailedRunComesBackAndBothAreHistory() throws Exception {
        jobs.enqueue(letters.kind(), "a", new Letter("at the second try", 1));
        workers.start();
        await(() -> letters.delivered.get() == 1);
        await(() -> runs.latest(10).size() == 2);
        assertThat(runs.latest(10)).extracting(JobRun::succeeded).containsExactly(true, false);
        assertThat(runs.latest(10)).extracting(JobRun::reason).containsExactly("", "the bag is torn");
    }

    @Test
    void whatCannotSucceedIsGivenUpAtOnceAndSaysWhy() throws Exception {
        jobs.enqueue(letters.kind(), "a", new Letter("nobody", -1));
        workers.start();
        await(() -> letters.reason.equals("no such street"));
        assertThat(runs.waiting(10)).isEmpty();
        assertThat(runs.latest(10)).singleElement().matches(run -> !run.succeeded());
    }

    @Test
    void aWebNodeLeavesWorkToWorkers() throws Exception {
        var web = new Workers(settings(Settings.Role.WEB), database.dataSource(), runs, List.of(letters), List.of());
        web.start();
        jobs.enqueue(letters.kind(), "a", new Letter("later", 0));
        Thread.sleep(Duration.ofMillis(700));
        assertThat(letters.delivered).hasValue(0);
        assertThat(runs.waiting(10)).hasSize(1);
    }

    @Test
    void workThatTheEndOfTheProgramCutsOffStartsOverAndDidNotFail() throws Exception {
        var walk = new Walk();
        var node = new Workers(settings(Settings.Role.ALL), database.dataSource(), runs, List.of(walk), List.of());
        jobs.enqueue(walk.kind(), "a", new Letter("far", 0));
        node.start();
        await(() -> walk.begun.get() == 1);
        node.stop();
        assertThat(runs.latest(10)).isEmpty();
        walk.far = false;
        var other = new Workers(settings(Settings.Role.ALL), database.dataSource(), runs, List.of(walk), List.of());
        other.start();
        await(() -> runs.latest(10).size() == 1);
        other.stop();
        assertThat(runs.latest(10)).singleElement().matches(run -> run.succeeded() && run.attempt() == 1);
    }

    @Test
    void pausesGrowToTenMinutes() {
        assertThat(JobTask.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(JobTask.pause(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(JobTask.pause(50)).isEqualTo(Duration.ofMinutes(10));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 150 && !condition.getAsBoolean(); i++)
            Thread.sleep(Duration.ofMillis(100));
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Settings settings(Settings.Role role) {
        return new Settings(Path.of("target"), URI.create("http://localhost:8080"), role, false, null, null);
    }

    /// @param failures how often it fails first; below zero = it never succeeds
    record Letter(String text, int failures) {}

    private static final class Letters implements JobHandler<Letter> {

        private final AtomicInteger delivered = new AtomicInteger();
        private final AtomicInteger tries = new AtomicInteger();
        private volatile String reason = "";

        @Override
        public JobKind<Letter> kind() {
            return new JobKind<>("letter", Letter.class, Lane.SHORT, 5);
        }

        @Override
        public void run(Letter letter) {
            if (letter.failures() < 0) throw new GivenUp("no such street");
            if (tries.incrementAndGet() <= letter.failures()) throw new IllegalStateException("the bag is torn");
            delivered.incrementAndGet();
        }

        @Override
        public void failed(Letter letter, String why) {
            reason = why;
        }
    }

    private static final class Walk implements JobHandler<Letter> {

        private final AtomicInteger begun = new AtomicInteger();
        private volatile boolean far = true;

        @Override
        public JobKind<Letter> kind() {
            return new JobKind<>("walk", Letter.class, Lane.TRANSCODE, 1);
        }

        @Override
        public void run(Letter letter) throws InterruptedException {
            begun.incrementAndGet();
            if (far) Thread.sleep(Duration.ofMinutes(1));
        }
    }
}
