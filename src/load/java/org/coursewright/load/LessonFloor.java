package org.coursewright.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.coursewright.platform.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What no lesson page can do without: its two statements, sent by JDBC alone, and its bytes, packed once. In CPU ms of
/// the threads that do it and of PostgreSQL.
final class LessonFloor {

    private static final int CONNECTIONS = 8;

    private final Server server;
    private final int learners;
    private final int count;
    private final byte[] page;
    private final String session = statement("org.coursewright.identity.Sessions", "FIND");
    private final String state = statement("org.coursewright.study.LessonStates", "LIVE");

    LessonFloor(Server server, int learners, int count, byte[] page) {
        this.server = server;
        this.learners = learners;
        this.count = count;
        this.page = page;
    }

    /// The cheapest of some rounds.
    double cpuMillis(int rounds) throws IOException, InterruptedException {
        run();
        double least = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) least = Math.min(least, run());
        return least;
    }

    private double run() throws IOException, InterruptedException {
        var processes = server.processes();
        var next = new AtomicInteger();
        var cpu = new AtomicLong();
        double before = processes.databaseMillis();
        var threads = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) threads[i] = Thread.ofPlatform().start(() -> work(next, cpu));
        for (var thread : threads) thread.join();
        return (processes.databaseMillis() - before + cpu.get() / 1e6) / count;
    }

    private void work(AtomicInteger next, AtomicLong cpu) {
        var clock = ManagementFactory.getThreadMXBean();
        var packed = new byte[page.length];
        var deflater = new Deflater(3, true);
        try {
            var source = server.database();
            var jdbc = JdbcClient.create(source);
            long began = clock.getCurrentThreadCpuTime();
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                ask(jdbc, number);
                deflater.setInput(page);
                deflater.finish();
                if (deflater.deflate(packed) == 0) throw new IllegalStateException("nothing was packed");
                deflater.reset();
            }
            cpu.addAndGet(clock.getCurrentThreadCpuTime() - began);
            source.destroy();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            deflater.end();
        }
    }

    private void ask(JdbcClient jdbc, int number) {
        long student = jdbc.sql(session)
                .param("school", 1L)
                .param("hash", Hash.of("learner-" + (1 + number % learners)).bytes())
                .query((row, _) -> row.getLong("id"))
                .single();
        jdbc.sql(state)
                .param("school", 1L)
                .param("student", student)
                .param("course", "course-1")
                .param("lesson", "lesson-" + (1 + number % Seed.LESSONS))
                .query((row, _) -> row.getLong("lesson_id"))
                .single();
    }

    /// The one that the program sends, whatever it is today.
    private static String statement(String type, String name) {
        try {
            var field = Class.forName(type).getDeclaredField(name);
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }
}
