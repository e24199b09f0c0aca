package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coursewright.platform.Hash;

/// Requests that are hostile: archives, resumable uploads, every route with values that nobody expects.
final class FuzzRequests {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern ROW = Pattern.compile("\\| (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\\S+) \\|([^|]*)\\|.*");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");

    private final FuzzSchool school;
    private final FuzzLedger ledger;
    private final List<String[]> rows = new ArrayList<>();
    private final List<String> uploads = new ArrayList<>();
    private final long seed;

    FuzzRequests(FuzzSchool school, FuzzLedger ledger, Path home, long seed) throws IOException {
        this.school = school;
        this.ledger = ledger;
        this.seed = seed;
        for (var line : Files.readAllLines(home.resolve("docs/gates.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) rows.add(new String[]{row.group(1), row.group(2), row.group(3).strip()});
        }
    }

    void archives(int inputs) {
        var files = new TreeMap<>(Map.of("school.yaml", "name: Zip\n".getBytes(StandardCharsets.UTF_8), "pages/z.bin",
                new byte[64 << 20]));
        school.wire.ask(school.apiHead("POST", "pushes", "application/json"), school.order("fuzz-archive", files));
        for (int number = 0; number < inputs; number++) {
            ledger.input("archive");
            var body = archive(random(number), files.firstEntry().getValue());
            var answer = ledger.answered("archive", number,
                    school.wire.ask(school.apiHead("POST", "pushes/fuzz-archive/files", "application/zip"), body), body);
            if (answer.status() >= 400) ledger.refused("archive");
        }
    }

    private static byte[] archive(Random random, byte[] good) {
        var entries = new TreeMap<String, byte[]>();
        entries.put(Hash.of(good).hex(), good);
        return switch (random.nextInt(9)) {
            case 0 -> Hostile.noise(random, 4_000);
            case 1 -> FuzzSchool.zip(Map.of(Hostile.fragment(random) + "x", good));
            case 2 -> FuzzSchool.zip(Map.of("../../../" + Hash.of(good).hex(), good));
            case 3 -> FuzzSchool.zip(Map.of(Hash.of("x").hex(), new byte[random.nextInt(40) << 20]));
            case 4 -> {
                for (int i = 0; i < 3_000; i++)
                    entries.put("%064x".formatted(i), new byte[0]);
                yield FuzzSchool.zip(entries);
            }
            case 5 -> FuzzSchool.zip(entries);
            case 6 -> FuzzSchool.zip(Map.of(Hash.of("y").hex(), FuzzSchool.zip(entries)));
            default -> Hostile.mutated(FuzzSchool.zip(entries), random);
        };
    }

    void uploads(int inputs) {
        for (int number = 0; number < inputs; number++) {
            ledger.input("tus");
            var random = random(number);
            var body = Hostile.noise(random, 3_000);
            var code = uploads.isEmpty() || random.nextInt(8) == 0 ? Hostile.inAddress(Hostile.fragment(random), random)
                    : uploads.get(random.nextInt(uploads.size()));
            var head = switch (random.nextInt(5)) {
                case 0, 1 -> "POST /uploads HTTP/1.1\r\n" + pick(random, "Upload-Length: " + random.nextInt(5_000),
                        "Upload-Length: " + oneLine(random)) + "\r\nUpload-Metadata: " + metadata(random) + "\r\n";
                case 2 -> "HEAD /uploads/" + code + " HTTP/1.1\r\n";
                case 3 -> pick(random, "DELETE", oneLine(random).replaceAll("\\W", "") + "X") + " /uploads/" + code + " HTTP/1.1\r\n";
                default -> "PATCH /uploads/" + code + " HTTP/1.1\r\nContent-Type: "
                        + pick(random, "application/offset+octet-stream", oneLine(random)) + "\r\nUpload-Offset: "
                        + pick(random, "0", oneLine(random)) + "\r\n"
                        + pick(random, "", "Upload-Checksum: sha1 " + oneLine(random) + "\r\n");
            };
            if (head.startsWith("HEAD") || head.startsWith("DELETE")) body = new byte[0];
            var whole = head + "Host: localhost:" + school.port + "\r\nAuthorization: Bearer " + school.token
                    + "\r\nTus-Resumable: " + (random.nextInt(10) == 0 ? oneLine(random) : "1.0.0") + "\r\n";
            var answer = ledger.answered("tus", number, school.wire.ask(whole, body), Hostile.bytes(whole));
            if (answer.status() >= 400) ledger.refused("tus");
            if (answer.status() == 201) uploads.add(answer.header("location").replaceFirst(".*/", ""));
        }
    }

    private static String metadata(Random random) {
        var name = Base64.getEncoder().encodeToString(Hostile.bytes(Hostile.fragment(random) + ".mp4"));
        var hash = Base64.getEncoder().encodeToString(
                (random.nextInt(3) == 0 ? Hostile.fragment(random) : Hash.of("" + random.nextInt(9)).hex())
                        .getBytes(StandardCharsets.UTF_8));
        return pick(random, "filename " + name + ",sha256 " + hash + ",school " + Base64.getEncoder().encodeToString(
                FuzzSchool.SLUG.getBytes(StandardCharsets.UTF_8)), oneLine(random) + "," + oneLine(random));
    }

    /// Every row of the table of gates, as the one who may do most there.
    void routes(int inputs) {
        for (int number = 0; number < inputs; number++) {
            ledger.input("route");
            var random = random(number);
            var row = rows.get(number % rows.size());
            var method = random.nextInt(12) == 0 ? METHODS.get(random.nextInt(METHODS.size())) : row[0];
            var path = path(row[1], random);
            var body = method.equals("GET") || method.equals("HEAD") ? new byte[0] : body(row[2], random);
            var head = method + " " + path + " HTTP/1.1\r\nHost: " + host(row[1], random) + "\r\n" + who(row[1])
                    + (body.length > 0 ? "Content-Type: " + type(row[2], random) + "\r\n" : "")
                    + (random.nextInt(4) == 0 ? header(random) : "");
            var answer = ledger.answered("route", number, school.wire.ask(head, body),
                    Hostile.bytes(head + "\r\n" + new String(body, StandardCharsets.UTF_8)));
            if (answer.status() >= 400) ledger.refused("route");
            if (answer.header("content-type").startsWith("text/html") && !path.startsWith("/dev/mail")) {
                var dangers = SafePage.dangers(answer.text(), answer.header("content-security-policy"));
                if (!dangers.isEmpty()) ledger.fault("route", number, path + " shows " + dangers, answer.body());
            }
        }
    }

    private static String path(String known, Random random) {
        var parts = known.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].equals("ada")) parts[i] = random.nextInt(9) == 0 ? "ada" : FuzzSchool.SLUG;
            else if (parts[i].contains("{") || random.nextInt(10) == 0)
                parts[i] = Hostile.inAddress(random.nextInt(3) == 0 ? "" + random.nextInt(50) : Hostile.fragment(random), random);
        }
        var path = String.join("/", parts);
        if (random.nextInt(3) == 0)
            path += "?" + pick(random, "page", "q", "course", "captions", "school", "code", "next") + "="
                    + Hostile.inAddress(Hostile.fragment(random), random);
        return path.isEmpty() ? "/" : path;
    }

    private static byte[] body(String known, Random random) {
        if (known.isEmpty()) return random.nextInt(3) == 0 ? Hostile.noise(random, 2_000) : new byte[0];
        if (random.nextInt(8) == 0) return Hostile.noise(random, 2_000);
        if (known.startsWith("{")) return Hostile.bytes(Hostile.mutated(known.replace(",", ",\n").replace("ada", FuzzSchool.SLUG), random));
        return VALUE.matcher(known).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(random.nextBoolean()
                ? found.group() : "=" + Hostile.inAddress(Hostile.text(random), random)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String host(String path, Random random) {
        if (random.nextInt(25) == 0) return Hostile.inAddress(Hostile.fragment(random), random) + ".localhost:" + school.port;
        return (platform(path) ? "localhost:" : FuzzSchool.SLUG + ".localhost:") + school.port;
    }

    private static boolean platform(String path) {
        return path.matches("/(studio|admin|api|uploads|device|dev|health).*");
    }

    private String who(String path) {
        if (path.startsWith("/api") || path.startsWith("/uploads"))
            return "Authorization: Bearer " + school.token + "\r\nTus-Resumable: 1.0.0\r\n";
        return "Cookie: session=" + (platform(path) ? "fuzz-author" : "fuzz-student") + "\r\n";
    }

    private static String type(String known, Random random) {
        if (random.nextInt(6) == 0)
            return pick(random, "multipart/form-data; boundary=x", "text/plain", "application/xml", oneLine(random));
        if (known.equals("zip")) return "application/zip";
        return known.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static String header(Random random) {
        return pick(random, "Range: bytes=", "If-None-Match: ", "If-Range: ", "Accept-Language: ", "Accept-Encoding: ",
                "Accept: ", "X-Forwarded-For: ", "X-Forwarded-Proto: ", "X-Forwarded-Host: ", "Turbo-Frame: ", "Cookie: ",
                "Content-Encoding: ", "X-Request-Id: ", "Last-Event-ID: ", "Expect: ") + oneLine(random) + "\r\n";
    }

    private static String oneLine(Random random) {
        return Hostile.fragment(random).repeat(1 + random.nextInt(3)).replaceAll("[\r\n\u0000]", " ");
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private Random random(int number) {
        return new Random(seed * 7_919 + number);
    }
}
