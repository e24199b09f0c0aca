package org.coursewright.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Somebody who sits exam after exam while things break, see [ExamFaultSitting]; the line breaks on the way there and back,
/// too.
final class ExamFaultStudent {

    /// What a student can have done to the database as staff would.
    interface Staff {
        void tell(String sql) throws InterruptedException;
    }

    final int number;
    final ExamWire wire;
    final FaultLedger ledger;
    final ExamFaultLog faults;
    final Staff staff;
    final Random random;
    final List<ExamBook> books = new ArrayList<>();
    /// By how much the clock of the device is wrong.
    long clockMillis;

    ExamFaultStudent(int number, ExamWire wire, FaultLedger ledger, ExamFaultLog faults, Staff staff, long seed) {
        this.number = number;
        this.wire = wire;
        this.ledger = ledger;
        this.faults = faults;
        this.staff = staff;
        this.random = new Random(seed + number);
    }

    /// Until it is said to stop, and the attempt that has begun is over.
    void work(BooleanSupplier goesOn) {
        try {
            while (goesOn.getAsBoolean() && ledger.violations().size() < 20) sit();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void sit() throws InterruptedException {
        var code = begin();
        if (code == null) return;
        var form = ask("form", "/attempts/" + code + "/form", "");
        if (form.status() != 200) {
            ledger.violation("a form was answered " + form.status());
            return;
        }
        var questions = ExamQuestions.read(form.body());
        var book = new ExamBook(number, code, questions);
        books.add(book);
        new ExamFaultSitting(this, book, questions).sit();
        var result = ask("result", "/attempts/" + code + "/result", "");
        if (result.status() != 200 && result.status() != 303) ledger.violation("a result was answered " + result.status());
    }

    private @Nullable String begin() throws InterruptedException {
        var answer = ask("start", "/exams/" + ExamQuestions.EXAM + "/attempts", "mode=simulation");
        var location = answer.header("location");
        if (answer.status() == 303 && location.matches(".*/attempts/[A-Za-z0-9_-]{16}"))
            return location.substring(location.length() - 16);
        ledger.violation("a start was answered " + answer.status() + " " + location);
        return null;
    }

    /// Until it is answered; it may be cut once.
    private Wire.Answer ask(String step, String path, String body) throws InterruptedException {
        long since = System.nanoTime();
        var cut = cutNow();
        if (cut != null) wire.cut(cut, path, body);
        var answer = insist(() -> body.isEmpty() ? wire.get(path) : wire.post(path, body));
        if (cut != null) faults.note(number, "line at " + step, cut.words + "; answered", since);
        return answer;
    }

    /// A cut of the next request; null = none.
    ExamWire.@Nullable Cut cutNow() {
        if (random.nextInt(2) > 0 || !faults.take()) return null;
        return cut();
    }

    ExamWire.Cut cut() {
        return ExamWire.Cut.values()[random.nextInt(ExamWire.Cut.values().length)];
    }

    /// Until there is an answer that is one.
    Wire.Answer insist(Supplier<Wire.Answer> request) throws InterruptedException {
        var answer = request.get();
        for (long end = System.nanoTime() + 180_000_000_000L; ExamTab.isLost(answer) && System.nanoTime() < end; answer = request.get()) {
            ledger.retries.incrementAndGet();
            Thread.sleep(100 + random.nextInt(300));
        }
        return answer;
    }
}
