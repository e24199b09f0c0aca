package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `starts`: 5,000 students begin the same exam at once, as quickly as 128 connections bring them, on a server that has
/// begun three thousand at once again and again, until its compilers rest. The floor is the bare insert of as many rows of
/// `attempt` over JDBC in the same run.
final class ExamStarts {

    private static final int CONNECTIONS = 128;
    private static final int CONNECTIONS_OF_THE_FLOOR = 8;
    private static final double MOST_SECONDS = 5;
    private static final String ANNUL = "update attempt set state = 'VOID', ended_at = now() where state = 'OPEN'";

    private ExamStarts() {}

    static List<Figure> measure(Path home, Path work, boolean small) throws Exception {
        int before = small ? 200 : 3000;
        int at = small ? 500 : 5000;
        try (var school = ExamSchool.fresh(home, work.resolve("starts"), before + at)) {
            var crowd = Crowd.before(school.server(), CONNECTIONS);
            crowd.warmUp(before, school::sit, () -> school.tell(ANNUL));
            double compiled = school.server().processes().compilerMillis();
            var took = crowd.run(at, (line, number) -> school.sit(line, before + number));
            compiled = school.server().processes().compilerMillis() - compiled;
            long wrong = Math.abs(school.count("select count(*) from attempt where state = 'OPEN'") - at)
                    + school.count("""
                            select count(*) from attempt
                            where state = 'OPEN' and (select count(*) from form_question
                                where form_question.form_id = attempt.form_id) <> %d
                            """.formatted(ExamQuestions.ASKED));
            double floor = bare(school, at);
            return List.of(
                    new Figure("starts", took.seconds(), "s for " + at, MOST_SECONDS),
                    new Figure("starts.errors", took.errors(), "", 0),
                    new Figure("starts.wrong", wrong, "attempts", 0),
                    Figure.told("starts.forms", school.count("select count(distinct form_id) from attempt where state = 'OPEN'"), "forms"),
                    Figure.told("starts.cpu", took.cpuMillis(), "CPU ms"),
                    Figure.told("starts.database", took.databaseMillis(), "CPU ms"),
                    Figure.told("starts.compilers", compiled / at, "CPU ms"),
                    Figure.told("starts.floor", took.seconds() / floor, "x insert"),
                    Figure.told("starts.p50", took.p50Millis(), "ms"),
                    Figure.told("starts.p99", took.p99Millis(), "ms"));
        }
    }

    /// Seconds for as many rows, each committed.
    private static double bare(ExamSchool school, int rows) throws Exception {
        school.tell("create table bare_attempt (like attempt including all)");
        var next = new AtomicInteger();
        long began = System.nanoTime();
        var threads = new Thread[CONNECTIONS_OF_THE_FLOOR];
        for (int i = 0; i < threads.length; i++)
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    var source = school.server().database();
                    var jdbc = JdbcClient.create(source);
                    for (int row = next.getAndIncrement(); row < rows; row = next.getAndIncrement())
                        jdbc.sql("""
                                        insert into bare_attempt (school_id, code, student_id, content_id, form_id, mode,
                                            mode_class, policy, seed, started_at, deadline_at)
                                        values (1, :code, :row, 1, 1, 'simulation', 'exam', '{"timed": true}', :row, now(),
                                            now() + interval '90 minutes')
                                        """)
                                .param("code", "bare-" + row)
                                .param("row", row)
                                .update();
                    source.destroy();
                } catch (IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
        for (var thread : threads) thread.join();
        return (System.nanoTime() - began) / 1e9;
    }
}
