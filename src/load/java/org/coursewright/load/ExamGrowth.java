package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// `exam-growth`: what the pages of an exam cost with a million attempts in the school, as a multiple of what the same pages
/// of the same students cost with a thousand. Both servers run at once and are asked in turn. Every attempt has a score; the
/// newest 2 % have their answers and what happened, too. Kept in `target/bench`.
final class ExamGrowth {

    private static final int NUMBER = 1;
    private static final int LEARNERS = 20;
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 9;
    private static final double MOST = 1.1;

    /// @param path with `#` for the code of an attempt
    /// @param open whether of the one that goes on
    private record Page(String name, String path, boolean open) {}

    private static final List<Page> PAGES = List.of(
            new Page("runner", "/attempts/#", true),
            new Page("form", "/attempts/#/form", true),
            new Page("state", "/attempts/#/state", true),
            new Page("result", "/attempts/#/result", false),
            new Page("review", "/attempts/#/review", false));

    /// A school with so many attempts.
    private record Grown(ExamSchool school, String[] open, String[] ended) {

        IntFunction<Load.Request> ask(Page page) {
            return number -> {
                int student = 1 + number % LEARNERS;
                return new Load.Request(school.host(), page.path().replace("#", (page.open() ? open : ended)[student]),
                        "Accept-Encoding: gzip, br\r\n" + ExamSchool.cookie(student));
            };
        }

        static Grown of(ExamSchool school) throws IOException {
            return new Grown(school, school.codes(LEARNERS), school.codes(LEARNERS, "SUBMITTED"));
        }
    }

    private ExamGrowth() {}

    static List<Figure> measure(Path home, Path work, boolean small) throws Exception {
        int count = small ? 100 : 2000;
        var little = seeded(home, work, 1000);
        var much = seeded(home, work, small ? 20_000 : 1_000_000);
        try (var few = ExamSchool.kept(home, little); var many = ExamSchool.kept(home, much)) {
            var figures = new ArrayList<Figure>();
            figures.add(Figure.told("exam-growth.few", few.count("select count(*) from attempt"), "attempts"));
            figures.add(Figure.told("exam-growth.many", many.count("select count(*) from attempt"), "attempts"));
            for (var page : PAGES) figures.addAll(ratio(page, Grown.of(few), Grown.of(many), count));
            return figures;
        }
    }

    private static List<Figure> ratio(Page page, Grown few, Grown many, int count) throws Exception {
        var before = Load.on(few.school().server(), CONNECTIONS);
        var after = Load.on(many.school().server(), CONNECTIONS);
        before.warmUp(count, few.ask(page));
        after.warmUp(count, many.ask(page));
        double least = Double.MAX_VALUE;
        double grown = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, before.run(count, few.ask(page)).cpuMillis());
            grown = Math.min(grown, after.run(count, many.ask(page)).cpuMillis());
        }
        return List.of(new Figure("exam-growth." + page.name(), grown / least, "x", MOST),
                Figure.told("exam-growth." + page.name() + ".cpu", grown, "CPU ms"));
    }

    private static Path seeded(Path home, Path work, int attempts) throws Exception {
        var data = work.resolve("attempts-" + attempts);
        var mark = data.resolve("seeded");
        var wanted = NUMBER + " " + Seed.migrations(home);
        if (Files.exists(mark) && Files.readString(mark).equals(wanted)) return data;
        System.err.println("Seeding " + attempts + " attempts (once) …");
        try (var school = ExamSchool.fresh(home, data, LEARNERS)) {
            var crowd = Crowd.before(school.server(), CONNECTIONS);
            for (boolean last : List.of(false, true)) {
                crowd.all(LEARNERS, school::sit);
                var codes = school.codes(LEARNERS);
                crowd.all(LEARNERS, (line, student) -> {
                    school.answerAll(line, student, codes[student], student);
                    if (!last)
                        ExamSchool.good(200, school.post(line, student, "/attempts/" + codes[student] + "/submission",
                                ExamSchool.batch(1, 2, "")), "submission");
                });
            }
            for (var statement : FILL.replace("#", "" + attempts).split(";")) school.tell(statement);
        }
        Files.writeString(mark, wanted);
        return data;
    }

    private static final String FILL = """
            update attempt set deadline_at = now() + interval '300 days' where state = 'OPEN';
            insert into student (school_id, email)
            select school.id, 'other-' || number || '@example.org' from school, generate_series(1, # / 20) as number;
            analyze student;
            insert into attempt (school_id, code, student_id, content_id, exam_version_id, form_id, mode, mode_class, state,
                                 policy, seed, epoch, holder, started_at, deadline_at, ended_at)
            select other.school_id, 'filler' || lpad(number::text, 10, '0'), other.id, alike.content_id,
                   alike.exam_version_id, alike.form_id, 'simulation', 'exam', 'SUBMITTED', alike.policy, number, 1,
                   'tab-of-the-bench', at, at + interval '90 minutes', at + interval '80 minutes'
            from (select number, now() - interval '2 days' - (# - number) * interval '25 s' as at
                  from generate_series(1, #) as number) as filler
            join (select student.*, row_number() over (order by id) as place from student where email like 'other-%') as other
              on place = 1 + number % (# / 20)
            join (select attempt.*, row_number() over (order by id) as place from attempt where state = 'SUBMITTED') as alike
              on alike.place = 1 + number % 20;
            analyze attempt;
            insert into attempt_score (school_id, attempt_id, revision, content_id, mode, keys, points, possible, scaled,
                                       passed, pending, domains, marks, at)
            select alike.school_id, attempt.id, 0, alike.content_id, alike.mode, alike.keys, alike.points, alike.possible,
                   alike.scaled, alike.passed, 0, alike.domains,
                   case when attempt.seed > # * 0.98 then alike.marks else '[]' end, attempt.ended_at
            from attempt
            join (select score.*, form_id, row_number() over (partition by form_id order by attempt_id) as place
                  from attempt_score as score
                  join attempt on attempt.school_id = score.school_id and attempt.id = attempt_id) as alike
              on alike.form_id = attempt.form_id and place = 1
            where attempt.code like 'filler%';
            insert into response (school_id, attempt_id, position, answer, epoch, seq, spent_ms, changes, saved_at)
            select attempt.school_id, attempt.id, position, answer, 1, 1, 4200, 1, attempt.ended_at
            from attempt
            join (select form_id, min(id) as id from attempt where state = 'SUBMITTED' and code not like 'filler%'
                  group by form_id) as alike on alike.form_id = attempt.form_id
            join response on response.school_id = attempt.school_id and response.attempt_id = alike.id
            where attempt.code like 'filler%' and attempt.seed > # * 0.98;
            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, at)
            select school_id, id, 1, case kind when 'start' then -1 else -2 end, kind, ended_at
            from attempt, unnest(array['start', 'submit']) as kind
            where code like 'filler%' and seed > # * 0.98;
            vacuum analyze
            """;
}
