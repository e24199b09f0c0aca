package org.coursewright.load;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/// One attempt of somebody to whom everything happens: the line is cut, the tab is killed, another device takes over, the
/// clock of the device is wrong, and time runs out while there is no line.
final class ExamFaultSitting {

    /// Kinds as often as they are drawn.
    private static final List<String> KINDS = List.of("line", "line", "line", "line", "line", "line", "line", "line", "twice",
            "twice", "late twin", "late twin", "tab", "tab", "device", "offline reload", "offline reload", "clock", "time is up");

    /// Answers that still count behind the deadline, and some more.
    private static final long BEHIND_THE_GRACE = 7_500;


    private final ExamFaultStudent student;
    private final ExamBook book;
    private final List<ExamQuestions.Asked> questions;
    private final Random random;
    private ExamTab tab;

    ExamFaultSitting(ExamFaultStudent student, ExamBook book, List<ExamQuestions.Asked> questions) {
        this.student = student;
        this.book = book;
        this.questions = questions;
        this.random = student.random;
        this.tab = new ExamTab(student, book, new ExamShelf(), holder());
    }

    /// From the lease to the submission.
    void sit() throws InterruptedException {
        var standing = tab.open(null, List.of());
        for (int step = 0; step < questions.size() * 5 / 4 && standing != ExamTab.Standing.ENDED; step++) {
            boolean again = step > 3 && random.nextInt(5) == 0;
            give(questions.get(again ? random.nextInt(step) % questions.size() : step % questions.size()));
            if (random.nextInt(3) > 0) standing = tab.flush(null, false);
            else if (student.faults.take()) standing = meet(KINDS.get(random.nextInt(KINDS.size())));
            if (standing == ExamTab.Standing.ELSEWHERE) {
                student.ledger.violation("nobody has taken over attempt " + book.code);
                return;
            }
            if (tab.left() <= 0) break;
            Thread.sleep(20 + random.nextInt(60));
        }
        end(standing);
    }

    /// Hands in where that has not happened.
    private void end(ExamTab.Standing before) throws InterruptedException {
        var standing = before;
        long since = System.nanoTime();
        var cut = standing == ExamTab.Standing.ENDED ? null : student.cutNow();
        if (cut != null) tab.flush(cut, true);
        while (standing != ExamTab.Standing.ENDED) {
            standing = tab.flush(null, true);
            if (standing == ExamTab.Standing.ELSEWHERE) {
                student.ledger.violation("nobody has taken over attempt " + book.code);
                return;
            }
            if (standing == ExamTab.Standing.LOST) Thread.sleep(100 + random.nextInt(300));
        }
        if (cut != null) student.faults.note(student.number, "line at submission", cut.words + "; handed in", since);
        tab.sendTheRest();
    }

    private ExamTab.Standing meet(String kind) throws InterruptedException {
        long since = System.nanoTime();
        return switch (kind) {
            case "line" -> {
                var cut = student.cut();
                tab.flush(cut, false);
                yield well(since, "line at save", cut.words + "; saved");
            }
            case "twice" -> {
                var batch = tab.shelf().next(false);
                batch.ifPresent(book::sent);
                var twin = Thread.ofVirtual().start(() -> batch.ifPresent(
                        one -> student.wire.post("/attempts/" + book.code + "/responses", one.json())));
                var standing = well(since, "a batch twice at once", "saved");
                twin.join();
                yield standing;
            }
            case "late twin" -> {
                var batch = tab.shelf().next(false);
                batch.ifPresent(book::sent);
                well(System.nanoTime(), "", "");
                give(questions.get(random.nextInt(questions.size())));
                batch.flatMap(one -> one.answers().keySet().stream().findFirst())
                        .ifPresent(position -> give(questions.get(position)));
                var standing = well(since, "", "");
                batch.ifPresent(one -> student.wire.post("/attempts/" + book.code + "/responses", one.json()));
                student.faults.note(student.number, "an old batch behind a newer", "the newer stays", since);
                yield standing;
            }
            case "tab" -> {
                if (random.nextBoolean()) tab.flush(student.cut(), false);
                tab = tab(tab.shelf());
                var cut = random.nextBoolean() ? student.cut() : null;
                tab.open(cut, List.of());
                yield well(since, "tab killed", "opened again" + (cut == null ? "" : ", the lease cut " + cut.words) + "; saved");
            }
            case "device" -> device(since);
            case "offline reload" -> {
                offline(0);
                yield well(since, "reload without a line", "went on, saved");
            }
            case "clock" -> {
                long minutes = random.nextInt(121) - 60;
                student.clockMillis += minutes * 60_000;
                offline(minutes * 60_000);
                yield well(since, "clock of the device", minutes + " min, reloaded without a line; saved");
            }
            default -> timeIsUp(since);
        };
    }

    /// Until all that waits is there; the first thing that is heard may be that time is over.
    private ExamTab.Standing well(long since, String kind, String happened) throws InterruptedException {
        var standing = tab.flush(null, false);
        while (standing == ExamTab.Standing.LOST) {
            Thread.sleep(100 + random.nextInt(300));
            standing = tab.flush(null, false);
        }
        if (!kind.isEmpty()) student.faults.note(student.number, kind, happened, since);
        return standing;
    }

    /// Another device takes over and answers; the first one comes back, and the student says what of its own it keeps.
    private ExamTab.Standing device(long since) throws InterruptedException {
        if (random.nextBoolean()) tab.flush(student.cut(), false);
        var first = tab;
        tab = tab(new ExamShelf());
        tab.open(null, List.of());
        for (int i = 0; i < 3; i++) give(questions.get(random.nextInt(questions.size())));
        var standing = well(System.nanoTime(), "", "");
        if (standing == ExamTab.Standing.ENDED) return standing;
        var second = tab;
        var heard = first.shelf().isEmpty() ? ExamTab.Standing.ELSEWHERE : first.flush(null, false);
        if (heard != ExamTab.Standing.ELSEWHERE && heard != ExamTab.Standing.LOST)
            student.ledger.violation("a tab that was taken over from could save: " + heard);
        if (random.nextBoolean()) {
            tab = second;
            student.faults.note(student.number, "another device takes over", "the first one was told; nothing mixed", since);
            return standing;
        }
        give(questions.get(random.nextInt(questions.size())));
        tab = tab(first.shelf());
        var waiting = List.copyOf(first.shelf().unsent().keySet());
        tab.open(null, waiting.subList(0, random.nextInt(waiting.size() + 1)));
        return well(since, "device and back", waiting.size() + " waited, some chosen; saved");
    }

    private void offline(long clockMovedMillis) {
        var earlier = tab;
        tab = new ExamTab(student, book, earlier.shelf(), earlier.holder());
        tab.resume(earlier, clockMovedMillis);
        for (int i = 0; i < 4; i++) give(questions.get(random.nextInt(questions.size())));
    }

    /// The deadline passes while there is no line: what comes behind the grace is kept and does not count.
    private ExamTab.Standing timeIsUp(long since) throws InterruptedException {
        var standing = well(System.nanoTime(), "", "");
        if (standing != ExamTab.Standing.SAVED) return standing;
        student.staff.tell("update attempt set deadline_at = db_now() where code = '" + book.code + "'");
        for (int i = 0; i < 5; i++) give(questions.get(random.nextInt(questions.size())));
        Thread.sleep(BEHIND_THE_GRACE);
        return well(since, "time is up without a line", "5 answers came too late");
    }

    private void give(ExamQuestions.Asked asked) {
        tab.shelf().put(System.currentTimeMillis() + student.clockMillis, asked.position(),
                ExamQuestions.answer(asked, random));
    }

    private ExamTab tab(ExamShelf shelf) {
        return new ExamTab(student, book, shelf, holder());
    }

    /// What a new tab calls itself.
    private static String holder() {
        return "tab-" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}
