package org.coursewright.load;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What one student sent of one attempt and what was said to it, written down apart from the program; at the end it is
/// compared with what is stored.
final class ExamBook {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long GRACE_MILLIS = 5_000;

    /// What a batch is called.
    record Number(int epoch, long seq) implements Comparable<Number> {

        @Override
        public int compareTo(Number other) {
            return Comparator.comparingInt(Number::epoch).thenComparingLong(Number::seq).compare(this, other);
        }
    }

    private enum Said {
        NOTHING, COUNTS, LATE
    }

    private record Sent(Map<Integer, String> answers, Said said) {

        boolean has(int position, String answer) {
            var given = answers.get(position);
            return given != null && JSON.readTree(given).equals(JSON.readTree(answer));
        }
    }

    /// An answer as it is stored.
    private record Stored(Number number, String answer, boolean inTime) {}

    final int student;
    final String code;
    private final List<ExamQuestions.Asked> questions;
    private final TreeMap<Number, Sent> batches = new TreeMap<>();

    ExamBook(int student, String code, List<ExamQuestions.Asked> questions) {
        this.student = student;
        this.code = code;
        this.questions = questions;
    }

    synchronized void sent(ExamShelf.Batch batch) {
        var before = batches.putIfAbsent(number(batch), new Sent(batch.answers(), Said.NOTHING));
        if (before != null && !before.answers().equals(batch.answers()))
            throw new IllegalStateException("the client gave a number twice: " + number(batch));
    }

    synchronized void acknowledged(ExamShelf.Batch batch, boolean counts) {
        batches.put(number(batch), new Sent(batch.answers(), counts ? Said.COUNTS : Said.LATE));
    }

    private static Number number(ExamShelf.Batch batch) {
        return new Number(batch.epoch(), batch.seq());
    }

    synchronized int acknowledged() {
        return batches.values().stream().filter(sent -> sent.said() == Said.COUNTS).mapToInt(sent -> sent.answers().size()).sum();
    }

    synchronized int late() {
        return batches.values().stream().filter(sent -> sent.said() == Said.LATE).mapToInt(sent -> sent.answers().size()).sum();
    }

    /// What is not as it must be.
    synchronized List<String> check(JdbcClient jdbc) {
        var wrong = new ArrayList<String>();
        var stored = stored(jdbc);
        var worth = new double[questions.size()];
        for (var asked : questions) {
            var answer = stored.get(asked.position());
            look(asked.position(), answer, wrong);
            if (answer != null) worth[asked.position()] = ExamQuestions.worth(asked, JSON.readTree(answer.answer()));
        }
        var scores = ExamScore.of(jdbc, code);
        if (scores.size() != 1) wrong.add(scores.size() + " scores");
        else if (!scores.getFirst().is(worth)) wrong.add("a wrong score: " + scores.getFirst());
        batches.forEach((number, sent) -> {
            if (sent.said() == Said.LATE && !isKept(jdbc, number)) wrong.add("a late batch that was acknowledged is gone: " + number);
        });
        return wrong.stream().map(what -> "student " + student + ", attempt " + code + ": " + what).toList();
    }

    /// The newest answer that was acknowledged, or a newer one that was sent, exactly as it was sent, and in time.
    private void look(int position, @Nullable Stored answer, List<String> wrong) {
        var newest = batches.descendingMap().entrySet().stream()
                .filter(batch -> batch.getValue().said() == Said.COUNTS && batch.getValue().answers().containsKey(position))
                .findFirst();
        if (answer == null) {
            newest.ifPresent(lost -> wrong.add("an acknowledged answer is lost: " + position + " of " + lost.getKey()));
            return;
        }
        var sent = batches.get(answer.number());
        if (sent == null || !sent.has(position, answer.answer()))
            wrong.add("an answer that nobody sent so: " + position + " " + answer);
        else if (sent.said() == Said.LATE || !answer.inTime()) wrong.add("a late answer counts: " + position + " " + answer);
        if (newest.isPresent() && newest.get().getKey().compareTo(answer.number()) > 0)
            wrong.add("an acknowledged answer is lost: " + position + " of " + newest.get().getKey() + ", there is " + answer);
    }

    private Map<Integer, Stored> stored(JdbcClient jdbc) {
        var stored = new TreeMap<Integer, Stored>();
        jdbc.sql("""
                        select response.*, deadline_at
                        from attempt join response on response.school_id = attempt.school_id and attempt_id = attempt.id
                        where code = :code
                        """)
                .param("code", code)
                .query(row -> {
                    stored.put(row.getInt("position"), new Stored(new Number(row.getInt("epoch"), row.getLong("seq")),
                            Objects.requireNonNullElse(row.getString("answer"), "null"),
                            inTime(row.getTimestamp("saved_at"), row.getTimestamp("deadline_at"))));
                });
        return stored;
    }

    private static boolean inTime(Timestamp saved, Timestamp deadline) {
        return saved.getTime() <= deadline.getTime() + GRACE_MILLIS;
    }

    private boolean isKept(JdbcClient jdbc, Number number) {
        return jdbc.sql("""
                        select exists (select from attempt
                            join attempt_event on attempt_event.school_id = attempt.school_id and attempt_id = attempt.id
                            where code = :code and attempt_event.epoch = :epoch and seq = :seq)
                        """)
                .param("code", code)
                .param("epoch", number.epoch())
                .param("seq", number.seq())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
