package org.coursewright.load;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One tab in which an attempt is sat, as `sitting.ts` and `post.ts` do it: the lease, batches one after the other, and the
/// countdown. It goes on until it hears an answer.
final class ExamTab {

    /// How the tab stands with the server.
    enum Standing {
        SAVED, LOST,
        /// Another tab or device has taken over.
        ELSEWHERE, ENDED
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ExamWire wire;
    private final ExamBook book;
    private final ExamShelf shelf;
    private final String holder;
    private final ExamFaultStudent student;
    private final FaultLedger ledger;
    private double remaining = Double.MAX_VALUE;
    private long heardAt = System.nanoTime();

    ExamTab(ExamFaultStudent student, ExamBook book, ExamShelf shelf, String holder) {
        this.student = student;
        this.wire = student.wire;
        this.ledger = student.ledger;
        this.book = book;
        this.shelf = shelf;
        this.holder = holder;
    }

    String holder() {
        return holder;
    }

    ExamShelf shelf() {
        return shelf;
    }

    /// Takes the attempt to this tab.
    ///
    /// @param cut of the first request; null = it is not cut
    /// @param chosen which of the answers that another device does not know of are kept, of those that wait
    Standing open(ExamWire.@Nullable Cut cut, List<Integer> chosen) throws InterruptedException {
        shelf.reload();
        var path = "/attempts/" + book.code + "/lease";
        var body = "{\"holder\":\"" + holder + "\"}";
        if (cut != null) wire.cut(cut, path, body);
        var answer = student.insist(() -> wire.post(path, body));
        if (answer.status() != 200) {
            ledger.violation("a lease was answered " + answer.status() + ": " + start(answer));
            return Standing.LOST;
        }
        var state = JSON.readTree(answer.body());
        hear(state);
        int epoch = state.path("epoch").asInt();
        boolean over = !state.path("state").asString().equals("OPEN");
        if (over || shelf.isEmpty() || !state.path("previous").asString().equals("other") || epoch <= shelf.epoch() + 1) {
            var arrived = new TreeMap<Integer, Long>();
            for (var response : state.path("responses")) arrived.put(response.path("position").asInt(), response.path("seq").asLong());
            shelf.restamp(epoch, state.path("seq").asLong(), arrived);
        } else {
            var kept = new TreeMap<>(shelf.unsent());
            kept.keySet().retainAll(chosen);
            shelf.choose(epoch, state.path("seq").asLong(), kept);
        }
        return over ? Standing.ENDED : Standing.SAVED;
    }

    /// Sends all that waits, in its order.
    ///
    /// @param cut of the first request
    /// @param submits whether it hands in
    Standing flush(ExamWire.@Nullable Cut cut, boolean submits) throws InterruptedException {
        var first = cut;
        for (var next = shelf.next(submits); next.isPresent(); next = shelf.next(false)) {
            var batch = next.get();
            book.sent(batch);
            var path = "/attempts/" + book.code + (batch.submits() ? "/submission" : "/responses");
            if (first != null) {
                wire.cut(first, path, batch.json());
                return Standing.LOST;
            }
            var standing = heard(batch, wire.post(path, batch.json()));
            if (standing != Standing.SAVED) return standing;
        }
        return Standing.SAVED;
    }

    private Standing heard(ExamShelf.Batch batch, Wire.Answer answer) {
        if (isLost(answer)) {
            ledger.retries.incrementAndGet();
            return Standing.LOST;
        }
        var body = answer.header("content-type").contains("json") ? JSON.readTree(answer.body()) : JSON.nullNode();
        if (answer.status() == 409 && body.path("error").asString("").equals("lease")) {
            if (body.path("epoch").asInt() > shelf.epoch()) return Standing.ELSEWHERE;
            ledger.violation("the server fell back to epoch " + body.path("epoch") + " from " + shelf.epoch());
            return Standing.ENDED;
        }
        if (answer.status() != 200) {
            ledger.violation("a batch was answered " + answer.status() + ": " + start(answer));
            return Standing.ENDED;
        }
        shelf.acknowledge(batch);
        ledger.acknowledged.incrementAndGet();
        if (batch.submits()) {
            if (body.path("state").asString().equals("SUBMITTED")) book.acknowledged(batch, true);
            return Standing.ENDED;
        }
        boolean counts = body.path("counts").asBoolean();
        book.acknowledged(batch, counts);
        hear(body);
        return counts && body.path("state").asString().equals("OPEN") ? Standing.SAVED : Standing.ENDED;
    }

    /// What did not arrive before the end goes after it, for the record.
    void sendTheRest() throws InterruptedException {
        for (var next = shelf.next(false); next.isPresent(); next = shelf.next(false)) {
            var batch = next.get();
            book.sent(batch);
            var answer = student.insist(() -> wire.post("/attempts/" + book.code + "/responses", batch.json()));
            if (answer.status() == 409) return;
            if (answer.status() != 200) {
                ledger.violation("a late batch was answered " + answer.status() + ": " + start(answer));
                return;
            }
            book.acknowledged(batch, JSON.readTree(answer.body()).path("counts").asBoolean());
            shelf.acknowledge(batch);
        }
    }

    private void hear(JsonNode saved) {
        remaining = saved.path("remaining").isNumber() ? saved.path("remaining").asDouble() : Double.MAX_VALUE;
        heardAt = System.nanoTime();
    }

    /// Milliseconds that the countdown shows.
    double left() {
        return remaining - (System.nanoTime() - heardAt) / 1e6;
    }

    /// After a reload without a connection it counts from what the earlier page knew; a clock that was set back gives nobody
    /// more time.
    void resume(ExamTab earlier, long clockMovedMillis) {
        remaining = earlier.left() - Math.max(0, clockMovedMillis);
        shelf.reload();
    }

    private static String start(Wire.Answer answer) {
        return answer.text().lines().findFirst().orElse("");
    }

    static boolean isLost(Wire.Answer answer) {
        return answer.status() <= 0 || answer.status() >= 500 || answer.status() == 429 || answer.status() == 408;
    }
}
