package org.coursewright.load;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.coursewright.platform.Hash;

/// Who else is there while things break: students who mark lessons as done, readers who look whether an edition is whole,
/// and somebody who sends large files.
final class FaultPeople {

    private static final Pattern EDITION = Pattern.compile("<td>(\\d+)</td>");
    private static final String HOST = FaultAuthor.SCHOOL + ".localhost";
    private static final int LESSONS = 38;

    private final int port;
    private final FaultLedger ledger;
    private final FaultAuthor author;
    private final String token;
    /// "student lesson" of every completion that was acknowledged.
    final Set<String> done = ConcurrentHashMap.newKeySet();
    /// Hashes of every upload whose last byte was acknowledged.
    final Set<String> uploaded = ConcurrentHashMap.newKeySet();

    FaultPeople(int port, FaultLedger ledger, FaultAuthor author, String token) {
        this.port = port;
        this.ledger = ledger;
        this.author = author;
        this.token = token;
    }

    /// @param number of a student who has a session `student-N`
    void study(int number) {
        var client = new FaultClient(port, ledger, 100 + number);
        try {
            for (int i = 0; ledger.running && i < LESSONS; i++) {
                int lesson = 3 + (i + number * 5) % LESSONS;
                var answer = client.write("completion", "POST /learn/course-1/lesson-" + lesson + "/completion HTTP/1.1\r\nHost: "
                        + HOST + "\r\nCookie: session=student-" + number
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n", new byte[0], Set.of(303));
                if (answer.status() == 303) done.add(number + " lesson-" + lesson);
                Thread.sleep(200);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// The first lesson, the second, the first again, from one node: where the first is the same both times, the second must
    /// be too. (Two nodes hear of a new edition some milliseconds apart.)
    void read(Node node) {
        var client = new FaultClient(node.port(), ledger, 7);
        while (ledger.running) {
            int least = author.liveForSure();
            int before = edition(client, 0);
            int between = edition(client, 1);
            int after = edition(client, 0);
            if (before > 0 && before == after && between > 0 && between != before)
                ledger.violation("a half edition: " + before + ", " + between + ", " + after);
            if (before > 0 && before < least)
                ledger.violation("edition " + before + " was shown, " + least + " is live for seconds");
            pause(50);
        }
    }

    /// @return 0 where there was no page
    private static int edition(FaultClient client, int lesson) {
        var page = client.read(HOST, FaultAuthor.LESSONS.get(lesson), "");
        if (page.status() != 200) return 0;
        var found = EDITION.matcher(page.text());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /// Large files, one after the other.
    void upload() {
        var upload = new FaultUpload(port, token, ledger, 9, 200_000, 1_100_000);
        var random = new Random(11);
        try {
            while (ledger.running) {
                var file = new byte[(1 << 20) + random.nextInt(3 << 20)];
                random.nextBytes(file);
                if (upload.send(file)) uploaded.add(Hash.of(file).hex());
                Thread.sleep(500);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// All students that study.
    static List<Integer> students() {
        return List.of(1, 2, 3);
    }
}
