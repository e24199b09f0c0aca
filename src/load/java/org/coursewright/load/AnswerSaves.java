package org.coursewright.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `save`: one answer of one student, durable before it is acknowledged, over kept-alive connections of many students:
/// CPU ms of the JVM and PostgreSQL for each. The floor is the statement that keeps it, sent by JDBC alone in the same
/// run, with the CPU of the threads that send it. All that was acknowledged must be there.
final class AnswerSaves {

    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 5;
    private static final double MOST = 0.8;

    /// Whose answers are kept.
    private record Sitting(String code, long student) {}

    private final ExamSchool school;
    private final int students;
    private final int count;
    private final AtomicLong seq = new AtomicLong();

    private AnswerSaves(ExamSchool school, int students, int count) {
        this.school = school;
        this.students = students;
        this.count = count;
    }

    static List<Figure> measure(Path home, Path work, boolean small) throws Exception {
        int students = small ? 50 : 400;
        try (var school = ExamSchool.fresh(home, work.resolve("save"), students)) {
            return new AnswerSaves(school, students, small ? 300 : 6000).figures();
        }
    }

    private List<Figure> figures() throws Exception {
        var server = school.server();
        var crowd = Crowd.before(server, CONNECTIONS);
        crowd.all(students, school::sit);
        var codes = school.codes(students);
        crowd.all(students, (line, student) -> school.lease(line, student, codes[student]));
        Crowd.Act save = (line, number) -> {
            long next = seq.incrementAndGet();
            int student = 1 + (int) (next % students);
            ExamSchool.good(200, school.post(line, student, "/attempts/" + codes[student] + "/responses",
                    ExamSchool.batch(1, next, ExamSchool.given(position(next), "null"))), "save");
        };
        crowd.warmUp(count, save);
        var best = crowd.all(count, save);
        for (int round = 1; round < ROUNDS; round++) {
            var took = crowd.all(count, save);
            if (took.cpuMillis() < best.cpuMillis()) best = took;
        }
        long saves = seq.get();
        long missing = saves - school.count("select count(*) from attempt_event where kind = 'save'");
        double floor = floor(codes);
        return List.of(
                new Figure("save", best.cpuMillis(), "CPU ms", MOST),
                Figure.told("save.database", best.databaseMillis(), "CPU ms"),
                Figure.told("save.floor", best.cpuMillis() / floor, "x JDBC"),
                Figure.told("save.rate", count / best.seconds(), "saves/s"),
                Figure.told("save.p50", best.p50Millis(), "ms"),
                Figure.told("save.p99", best.p99Millis(), "ms"),
                new Figure("save.missing", missing, "of " + saves, 0));
    }

    private int position(long number) {
        return (int) (number / students % ExamQuestions.ASKED);
    }

    /// CPU ms of the bare statement.
    private double floor(String[] codes) throws Exception {
        var sittings = new Sitting[students + 1];
        var source = school.server().database();
        try {
            JdbcClient.create(source).sql("select code, student_id from attempt where state = 'OPEN'").query(row -> {
                for (int student = 1; student <= students; student++)
                    if (row.getString("code").equals(codes[student]))
                        sittings[student] = new Sitting(codes[student], row.getLong("student_id"));
            });
        } finally {
            source.destroy();
        }
        bare(sittings, count);
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) least = Math.min(least, bare(sittings, count));
        return least;
    }

    private double bare(Sitting[] sittings, int saves) throws Exception {
        var processes = school.server().processes();
        var sql = statement();
        var clock = ManagementFactory.getThreadMXBean();
        var next = new AtomicInteger();
        var cpu = new AtomicLong();
        double before = processes.databaseMillis();
        var threads = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++)
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    var source = school.server().database();
                    var jdbc = JdbcClient.create(source);
                    while (next.getAndIncrement() < saves) {
                        long number = seq.incrementAndGet();
                        keep(jdbc, sql, sittings[1 + (int) (number % students)], number);
                    }
                    source.destroy();
                    cpu.addAndGet(clock.getCurrentThreadCpuTime());
                } catch (IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
        for (var thread : threads) thread.join();
        return (processes.databaseMillis() - before + cpu.get() / 1e6) / saves;
    }

    private void keep(JdbcClient jdbc, String sql, Sitting sitting, long number) {
        jdbc.sql(sql)
                .param("school", 1L)
                .param("code", sitting.code())
                .param("student", sitting.student())
                .param("epoch", 1)
                .param("seq", number)
                .param("answers", "[{\"position\":%d,\"answer\":null,\"flagged\":false,\"marks\":{},\"ms\":4200,\"changes\":1,"
                        .formatted(position(number)) + "\"left\":false,\"part\":-1}]")
                .param("body", ExamSchool.batch(1, number, ExamSchool.given(position(number), "null")))
                .query((row, _) -> row.getLong("epoch"))
                .single();
    }

    /// The one that the program sends, whatever it is today.
    private static String statement() throws ReflectiveOperationException {
        var field = Class.forName("org.coursewright.attempt.Responses").getDeclaredField("SAVE");
        field.setAccessible(true);
        return (String) field.get(null);
    }
}
