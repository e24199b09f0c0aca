package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An author who pushes and publishes edition after edition while things break; each edition changes two lessons at once, so
/// that a half of one could be seen. Now and then there is a new video.
final class FaultAuthor {

    static final String SCHOOL = "faults";
    static final List<String> LESSONS = List.of("/courses/course-1/lesson-1", "/courses/course-1/lesson-2");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EDITIONS_FOR_EACH_VIDEO = 6;

    private final FaultClient client;
    private final FaultLedger ledger;
    private final String start;
    private final SortedMap<String, byte[]> folder = new TreeMap<>();
    private final List<Path> clips;
    private int base;
    private int videos;
    private volatile int live;
    private volatile int liveForSure;

    /// @param port where the author reaches the school
    /// @param clips one for each new video
    FaultAuthor(int port, String token, FaultLedger ledger, List<Path> clips) {
        this.client = new FaultClient(port, ledger, 1);
        this.ledger = ledger;
        this.clips = clips;
        this.start = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
        folder.put("school.yaml", bytes("name: Faults\n"));
        folder.put("courses/course-1/course.yaml", bytes("title: Course 1\naccess: free\n"));
        for (int lesson = 3; lesson <= 40; lesson++)
            folder.put("courses/course-1/lesson-" + lesson + ".md", bytes(Lessons.lesson("Lesson " + lesson, 1)));
    }

    /// The newest edition that was said to be live.
    int live() {
        return live;
    }

    /// The newest edition that was said to be live some seconds ago: nobody may see an older one.
    int liveForSure() {
        return liveForSure;
    }

    int videos() {
        return videos;
    }

    void work() {
        try {
            for (int edition = 2; ledger.running; edition++) {
                publish(edition);
                Thread.sleep(300);
            }
        } catch (InterruptedException | IOException stop) {
            ledger.violation("the author gave up: " + stop);
        }
    }

    /// One more film, a lesson of its own in the next edition.
    void add(byte[] film) {
        var name = "courses/course-1/film-" + ++videos;
        folder.put(name + ".md", bytes("---\nfree: true\n---\n# Film " + videos + "\n"));
        folder.put(name + ".mp4", film);
    }

    void publish(int edition) throws InterruptedException, IOException {
        for (int lesson = 1; lesson <= 2; lesson++)
            folder.put("courses/course-1/lesson-" + lesson + ".md", bytes(Lessons.lesson("Lesson " + lesson, edition)));
        if (edition % EDITIONS_FOR_EACH_VIDEO == 1 && videos < clips.size()) {
            add(Files.readAllBytes(clips.get(videos)));
        }
        var code = "edition-%06d".formatted(edition);
        var begun = ask("begin " + code, "pushes", order(code), Set.of(200));
        if (!begun.path("missing").isEmpty()) {
            var files = new TreeMap<String, byte[]>();
            folder.values().forEach(bytes -> files.put(Hash.of(bytes).hex(), bytes));
            var wanted = new TreeMap<String, byte[]>();
            begun.path("missing").forEach(hash -> wanted.put(hash.asString(), files.get(hash.asString())));
            client.write("files of " + code, head("POST", "pushes/" + code + "/files", "application/zip"),
                    FuzzSchool.zip(wanted), Set.of(204));
        }
        var committed = ask("commit " + code, "pushes/" + code + "/commit", bytes("{\"allowRemovals\": true}"), Set.of(201));
        if (!committed.has("number")) return; // refused: a violation, and written down as one
        base = committed.path("number").asInt();
        ask("publish " + code, "publications", bytes("{\"source\": \"\", \"revision\": " + base + "}"), Set.of(201));
        live = edition;
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(4_000);
                liveForSure = Math.max(liveForSure, edition);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private JsonNode ask(String what, String path, byte[] body, Set<Integer> good) throws InterruptedException {
        var answer = client.write(what, head("POST", path, "application/json"), body, good);
        return answer.text().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    private String head(String method, String path, String type) {
        return method + " /api/v1/schools/" + SCHOOL + "/" + path + start + "Content-Type: " + type + "\r\n";
    }

    private byte[] order(String code) {
        var tree = JSON.createObjectNode();
        folder.forEach((path, bytes) -> tree.putObject(path).put("sha256", Hash.of(bytes).hex()).put("size", bytes.length));
        var order = JSON.createObjectNode().put("code", code).put("source", "").put("message", "");
        if (base > 0) order.put("base", base);
        order.set("files", tree);
        return JSON.writeValueAsBytes(order);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
