package org.coursewright.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.coursewright.Program;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.exam.Form;
import org.coursewright.exam.Forms;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The only exam of a school with one form, which asks all questions of its banks in the order of their ids.
public final class ExamFixture {

    private final Map<String, Integer> positions;

    private ExamFixture(Map<String, Integer> positions) {
        this.positions = positions;
    }

    public static ExamFixture of(Program program, School school) {
        var live = program.bean(Versions.class).live(school);
        var edition = live.ofKind("exam-version").getFirst();
        var questions = new TreeMap<String, Version>();
        live.ofKind("question").stream()
                .filter(question -> question.path().startsWith("banks/"))
                .forEach(question -> questions.put(question.stableId(), question));
        var chosen = new ArrayList<Forms.Chosen>();
        var positions = new TreeMap<String, Integer>();
        questions.forEach((id, version) -> {
            positions.put(id, chosen.size());
            chosen.add(new Forms.Chosen(
                    version.contentId(), 0, version.id(), null, version.front().path("domain").asString("one"),
                    version.front().path("task").asString(null), true));
        });
        var jdbc = program.database().jdbc();
        awaitForms(jdbc, school, edition.contentId());
        var pool = "fixture " + RandomCode.of(6);
        program.bean(Forms.class).add(school, Form.Purpose.EXAM, edition.id(), pool, List.copyOf(chosen));
        jdbc.sql("""
                        update exam_version set formed_version_id = :version, formed_pool = :pool
                        where school_id = :school and content_id = :edition
                        """)
                .param("school", school.id())
                .param("edition", edition.contentId())
                .param("version", edition.id())
                .param("pool", pool)
                .update();
        return new ExamFixture(positions);
    }

    /// Until each version of the exam has the forms of its newest state.
    static void awaitForms(Program program, School school) {
        program.bean(Versions.class).live(school).ofKind("exam-version")
                .forEach(edition -> awaitForms(program.database().jdbc(), school, edition.contentId()));
    }

    /// Until the job has said its last word on this exam, so that it does not come in between.
    private static void awaitForms(JdbcClient jdbc, School school, long edition) {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < end;) {
            boolean done = jdbc.sql("""
                            select formed_pool is not distinct from pool or lacks <> '[]' as done
                            from exam_version where school_id = :school and content_id = :edition
                            """)
                    .param("school", school.id())
                    .param("edition", edition)
                    .query((row, _) -> row.getBoolean("done"))
                    .single();
            if (done) return;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no forms were built");
    }

    /// Where the form of an attempt asks a question.
    public int position(String question) {
        return positions.getOrDefault(question, -1);
    }
}
