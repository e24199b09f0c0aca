package org.coursewright.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coursewright.platform.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The school that is attacked, as its author sees it: pushes a folder, and what is refused pushes again without the
/// files that are named.
final class FuzzSchool {

    static final String SLUG = "fuzz";
    private static final JsonMapper JSON = JsonMapper.shared();
    /// Files that name others by hash or id: true in the folder of the tests, not in this one.
    static final Set<String> FACTS = Set.of("ids.lock", "media.yaml");
    private static final int ATTEMPTS = 4;

    final Wire wire;
    final int port;
    final String token;
    private final FuzzLedger ledger;
    private int base;
    private int pushes;

    FuzzSchool(int port, String token, FuzzLedger ledger) {
        this.wire = new Wire(port);
        this.port = port;
        this.token = token;
        this.ledger = ledger;
    }

    /// The folder with every kind of file that tests read, and a video that is one.
    static SortedMap<String, byte[]> goodFolder(Path home) throws IOException {
        var folder = new TreeMap<String, byte[]>();
        var golden = home.resolve("src/test/resources/golden");
        try (var files = Files.walk(golden)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                folder.put(golden.relativize(file).toString(), Files.readAllBytes(file));
        }
        var clip = home.resolve("src/main/resources/manual/courses/1-first-school/2-publish/1-push.mp4");
        folder.replaceAll((path, bytes) -> {
            try {
                return path.endsWith(".mp4") ? Files.readAllBytes(clip) : bytes;
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        });
        folder.put("courses/aws-basics/02-more/04-bucket.mp4", Files.readAllBytes(clip));
        return folder;
    }

    /// What was kept of a push.
    ///
    /// @param preview host of its preview, empty = nothing was kept
    /// @param paths of the inputs that are in it
    record Kept(String preview, TreeSet<String> paths) {}

    /// @param rest files that are good
    /// @param inputs files that may not be
    Kept push(String channel, int number, Map<String, byte[]> rest, Map<String, byte[]> inputs) {
        var left = new TreeMap<>(inputs);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var all = new TreeMap<>(rest);
            all.putAll(left);
            var answer = push(channel, number, all);
            var outcome = answer.path("outcome").asString("");
            if (outcome.equals("committed")) {
                base = answer.path("number").asInt();
                refused(channel, inputs.size() - left.size());
                return new Kept(answer.path("preview").asString("").replaceFirst("https?://", "").replaceFirst("[:/].*", ""),
                        new TreeSet<>(left.keySet()));
            }
            int before = left.size();
            answer.path("findings").forEach(finding -> left.remove(finding.path("path").asString("")));
            if (left.size() == before) left.clear();
        }
        refused(channel, inputs.size());
        return new Kept("", new TreeSet<>());
    }

    /// The good folder must be kept as it is, or nothing would be tried.
    void begin(Map<String, byte[]> folder) throws IOException {
        var good = new TreeMap<>(folder);
        good.keySet().removeAll(FACTS);
        var answer = push("good", 0, good);
        if (!answer.path("outcome").asString("").equals("committed")) throw new IOException("refused: " + answer);
        base = answer.path("number").asInt();
    }

    private void refused(String channel, int count) {
        for (int i = 0; i < count; i++)
            ledger.refused(channel);
    }

    private JsonNode push(String channel, int number, SortedMap<String, byte[]> files) {
        var code = "fuzz-push-" + (++pushes);
        var begun = api(channel, number, "pushes", "application/json", order(code, files));
        if (!begun.path("outcome").asString("").equals("wanted")) return begun;
        if (!begun.path("missing").isEmpty()) {
            var byHash = new HashMap<String, byte[]>();
            files.values().forEach(bytes -> byHash.put(Hash.of(bytes).hex(), bytes));
            var wanted = new TreeMap<String, byte[]>();
            begun.path("missing").forEach(hash -> wanted.put(hash.asString(), byHash.get(hash.asString())));
            var sent = api(channel, number, "pushes/" + code + "/files", "application/zip", zip(wanted));
            if (sent.has("refused")) return sent;
        }
        return api(channel, number, "pushes/" + code + "/commit", "application/json",
                "{\"allowRemovals\": true}".getBytes(StandardCharsets.UTF_8));
    }

    byte[] order(String code, SortedMap<String, byte[]> files) {
        var tree = JSON.createObjectNode();
        files.forEach((path, bytes) -> tree.putObject(path).put("sha256", Hash.of(bytes).hex()).put("size", bytes.length));
        var order = JSON.createObjectNode().put("code", code).put("source", "").put("message", "");
        if (base > 0) order.put("base", base);
        order.set("files", tree);
        return JSON.writeValueAsBytes(order);
    }

    /// The answer as JSON; one that is no push answer has `refused`.
    private JsonNode api(String channel, int number, String path, String type, byte[] body) {
        var answer = ledger.answered(channel, number, wire.ask(apiHead("POST", path, type), body), body);
        if (answer.text().startsWith("{\"outcome\"")) return JSON.readTree(answer.body());
        return answer.status() < 300 ? JSON.createObjectNode() : JSON.createObjectNode().put("refused", answer.status());
    }

    String apiHead(String method, String path, String type) {
        return method + " /api/v1/schools/" + SLUG + "/" + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: " + type + "\r\n";
    }

    /// Fetches a page and reads it as a browser would.
    Wire.Answer look(String channel, int number, String host, String path, byte[] input) {
        var answer = fetch(channel, number, host, path, input);
        if (answer.status() == 200 && answer.header("content-type").startsWith("text/html")) {
            var dangers = SafePage.dangers(answer.text(), answer.header("content-security-policy"));
            if (!dangers.isEmpty()) ledger.fault(channel, number, "a page with " + dangers, input);
        }
        return answer;
    }

    Wire.Answer fetch(String channel, int number, String host, String path, byte[] input) {
        return ledger.answered(channel, number,
                wire.ask("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n", new byte[0]), input);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }
}
