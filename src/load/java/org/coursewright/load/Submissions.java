package org.coursewright.load;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `submit`: students who have answered all 65 questions hand in at once; each is scored before the answer. The scores are
/// counted again from what was shown and sent, without the program's scoring. Six hundred others hand in before, again and
/// again, until the compilers of the JVM rest.
final class Submissions {

    private static final int CONNECTIONS = 16;
    private static final double LEAST_A_SECOND = 400;

    private final ExamSchool school;
    private final int students;
    private final double[][] worth;

    private Submissions(ExamSchool school, int students) {
        this.school = school;
        this.students = students;
        this.worth = new double[students + 1][];
    }

    static List<Figure> measure(Path home, Path work, boolean small) throws Exception {
        int before = small ? 50 : 600;
        int at = small ? 100 : 2000;
        try (var school = ExamSchool.fresh(home, work.resolve("submit"), before + at)) {
            return new Submissions(school, before + at).figures(before, at);
        }
    }

    private List<Figure> figures(int before, int at) throws Exception {
        var crowd = Crowd.before(school.server(), CONNECTIONS);
        crowd.all(students, school::sit);
        var codes = school.codes(students);
        crowd.all(students, (line, student) ->
                worth[student] = school.answerAll(line, student, codes[student], student));
        Crowd.Act submit = (line, student) -> ExamSchool.good(200, school.post(line, student,
                "/attempts/" + codes[student] + "/submission", ExamSchool.batch(1, 2, "")), "submission");
        crowd.warmUp(before, submit, () -> {
            school.tell("delete from attempt_score");
            school.tell("update attempt set state = 'OPEN', ended_at = null");
        });
        crowd.all(before, submit);
        var took = crowd.run(at, (line, number) -> submit.by(line, before + number));
        return List.of(
                new Figure("submit", took.seconds() * 1000 / at, "ms", 1000 / LEAST_A_SECOND),
                Figure.told("submit.rate", at / took.seconds(), "/s"),
                new Figure("submit.errors", took.errors(), "", 0),
                new Figure("submit.wrong", wrong(codes), "of " + students, 0),
                Figure.told("submit.cpu", took.cpuMillis(), "CPU ms"),
                Figure.told("submit.database", took.databaseMillis(), "CPU ms"),
                Figure.told("submit.p50", took.p50Millis(), "ms"),
                Figure.told("submit.p99", took.p99Millis(), "ms"));
    }

    /// How many attempts have not exactly one score that is right at every position and in its sum.
    private int wrong(String[] codes) throws Exception {
        var source = school.server().database();
        try {
            var jdbc = JdbcClient.create(source);
            int right = 0;
            for (int student = 1; student <= students; student++) {
                var score = ExamScore.of(jdbc, codes[student]);
                if (score.size() == 1 && score.getFirst().is(worth[student])) right++;
            }
            return students - right;
        } finally {
            source.destroy();
        }
    }
}
