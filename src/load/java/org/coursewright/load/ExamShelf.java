package org.coursewright.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one browser keeps of an attempt on its disk, and so what is left when its tab is killed: answers that are in no batch
/// yet, and batches that keep their number until they are acknowledged. As `outbox.ts` does it.
final class ExamShelf {

    /// An answer that is in no batch yet.
    ///
    /// @param id by which they are sorted: the clock of the device, but never backwards
    private record Entry(long id, int position, String answer) {}

    /// @param answers JSON by position
    /// @param submits whether it hands in
    record Batch(int epoch, long seq, Map<Integer, String> answers, boolean submits) {

        String json() {
            var given = new ArrayList<String>();
            answers.forEach((position, answer) -> given.add(ExamSchool.given(position, answer)));
            return ExamSchool.batch(epoch, seq, String.join(",", given));
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Batch> unacknowledged = new ArrayList<>();
    private int epoch;
    private long seq;
    private long lastId;

    /// @param wall milliseconds by the clock of the device
    void put(long wall, int position, String answer) {
        lastId = Math.max(lastId + 1, wall * 1000);
        entries.add(new Entry(lastId, position, answer));
    }

    /// A new tab reads what an earlier one left.
    void reload() {
        entries.sort(Comparator.comparingLong(Entry::id));
        lastId = entries.isEmpty() ? 0 : entries.getLast().id();
    }

    boolean isEmpty() {
        return entries.isEmpty() && unacknowledged.isEmpty();
    }

    int epoch() {
        return epoch;
    }

    /// The newest answer of each position that is here only.
    Map<Integer, String> unsent() {
        var newest = new TreeMap<Integer, String>();
        unacknowledged.forEach(batch -> newest.putAll(batch.answers()));
        entries.forEach(entry -> newest.put(entry.position(), entry.answer()));
        return newest;
    }

    /// The oldest batch that is not acknowledged, or a new one of what has happened since.
    Optional<Batch> next(boolean submits) {
        if (!unacknowledged.isEmpty()) return Optional.of(unacknowledged.getFirst());
        if (entries.isEmpty() && !submits) return Optional.empty();
        var answers = new LinkedHashMap<Integer, String>();
        entries.forEach(entry -> answers.put(entry.position(), entry.answer()));
        entries.clear();
        unacknowledged.add(new Batch(epoch, ++seq, answers, submits));
        return Optional.of(unacknowledged.getFirst());
    }

    void acknowledge(Batch batch) {
        unacknowledged.remove(batch);
    }

    /// This browser holds the attempt under another epoch: what waits gets new numbers, but for what has arrived after all.
    ///
    /// @param newest number of the newest batch that the server has
    /// @param arrived number of the batch that the server has of each position
    void restamp(int to, long newest, Map<Integer, Long> arrived) {
        long next = Math.max(seq, newest);
        var all = List.copyOf(unacknowledged);
        unacknowledged.clear();
        for (var batch : all) {
            if (batch.epoch() == to) unacknowledged.add(batch);
            else if (batch.answers().keySet().stream().noneMatch(at -> Long.valueOf(batch.seq()).equals(arrived.get(at))))
                unacknowledged.add(new Batch(to, ++next, batch.answers(), batch.submits()));
        }
        epoch = to;
        seq = next;
    }

    /// Of what waits only these go; the rest is forgotten, as the student has said.
    void choose(int to, long newest, Map<Integer, String> chosen) {
        entries.clear();
        unacknowledged.clear();
        epoch = to;
        seq = Math.max(seq, newest) + 1;
        if (!chosen.isEmpty()) unacknowledged.add(new Batch(epoch, seq, Map.copyOf(chosen), false));
    }
}
