package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Content that is hostile: Markdown, whole folders, captions, pictures. What is kept is looked at in its preview.
final class FuzzContent {

    private static final int PAGES = 20;
    private static final int CAPTIONS = 5;
    private static final int PICTURES = 5;
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it");
    private static final List<String> FILES = List.of("svg", "png", "jpg", "webp", "pdf", "txt", "html");
    private static final byte[] SCHOOL = "name: Fuzz\n".getBytes(StandardCharsets.UTF_8);
    private static final Pattern PICTURE = Pattern.compile("(?:src|href)=\"(/files/[^\"]+)\"");

    private final FuzzSchool school;
    private final FuzzLedger ledger;
    private final SortedMap<String, byte[]> good;
    private final long seed;

    FuzzContent(FuzzSchool school, FuzzLedger ledger, Path home, long seed) throws IOException {
        this.school = school;
        this.ledger = ledger;
        this.good = FuzzSchool.goodFolder(home);
        this.seed = seed;
    }

    void markdown(int inputs) {
        for (int number = 0; number < inputs; number += PAGES) {
            var pages = new TreeMap<String, byte[]>();
            for (int i = number; i < number + PAGES; i++) {
                ledger.input("markdown");
                pages.put("pages/m-" + i + ".md", Hostile.bytes("# Page\n\n" + Hostile.text(random(i))));
            }
            var kept = school.push("markdown", number, Map.of("school.yaml", SCHOOL), pages);
            for (var path : kept.paths())
                school.look("markdown", number, kept.preview(), "/" + path.replace(".md", ""), pages.getOrDefault(path, SCHOOL));
        }
    }

    void folders(int inputs) {
        var paths = good.keySet().stream().filter(path -> !path.endsWith(".mp4")).toList();
        for (int number = 0; number < inputs; number++) {
            ledger.input("folder");
            var random = random(number);
            var path = paths.get(random.nextInt(paths.size()));
            var text = new String(good.get(path), StandardCharsets.UTF_8);
            var bytes = Hostile.bytes(Hostile.mutated(text, random));
            var input = Map.of(path, bytes);
            var rest = new TreeMap<>(good);
            rest.keySet().removeAll(FuzzSchool.FACTS);
            rest.remove(path);
            var kept = school.push("folder", number, rest, input);
            if (kept.paths().isEmpty()) continue;
            for (var page : List.of("/", "/courses/aws-basics", "/courses/aws-basics/hello", "/pages/about", "/blog"))
                school.look("folder", number, kept.preview(), page, bytes);
        }
    }

    void captions(int inputs) {
        var place = "courses/aws-basics/01-start/01-welcome";
        var rest = new TreeMap<>(good);
        rest.keySet().removeAll(FuzzSchool.FACTS);
        rest.remove(place + ".en.vtt");
        for (int number = 0; number < inputs; number += CAPTIONS) {
            var files = new TreeMap<String, byte[]>();
            for (int i = number; i < number + CAPTIONS; i++) {
                ledger.input("captions");
                files.put(place + "." + LANGUAGES.get(i % CAPTIONS) + ".vtt", caption(random(i)));
            }
            var kept = school.push("captions", number, rest, files);
            if (!kept.paths().isEmpty())
                school.look("captions", number, kept.preview(), "/courses/aws-basics/hello", files.firstEntry().getValue());
        }
    }

    private static byte[] caption(Random random) {
        var good = new StringBuilder("WEBVTT\n\n");
        for (int cue = 0; cue < 1 + random.nextInt(30); cue++)
            good.append("00:%02d.000 --> 00:%02d.900 align:start\n<v Ada>Words %s\n\n".formatted(cue, cue,
                    Hostile.fragment(random)));
        return switch (random.nextInt(5)) {
            case 0 -> Hostile.bytes("WEBVTT\n\n" + Hostile.text(random));
            case 1 -> Hostile.noise(random, 3_000);
            case 2 -> Hostile.mutated(good.toString().getBytes(StandardCharsets.UTF_8), random);
            default -> Hostile.bytes(Hostile.mutated(good.toString(), random));
        };
    }

    void pictures(int inputs) {
        for (int number = 0; number < inputs; number += PICTURES) {
            var files = new TreeMap<String, byte[]>();
            var page = new StringBuilder("# Pictures\n\n");
            for (int i = number; i < number + PICTURES; i++) {
                ledger.input("pictures");
                var random = random(i);
                var name = "f" + i + "." + FILES.get(random.nextInt(FILES.size()));
                files.put("pages/" + name, picture(random));
                page.append("![a](").append(name).append(") [b](").append(name).append(")\n");
            }
            var text = page.toString().getBytes(StandardCharsets.UTF_8);
            var rest = Map.of("school.yaml", SCHOOL, "pages/p.md", text);
            var kept = school.push("pictures", number, rest, files);
            if (kept.preview().isEmpty()) continue;
            var shown = school.look("pictures", number, kept.preview(), "/pages/p", text);
            var found = PICTURE.matcher(shown.text());
            while (found.find())
                fenced(number, school.fetch("pictures", number, kept.preview(), found.group(1), text));
        }
    }

    private static byte[] picture(Random random) {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script>"
                + Hostile.text(random) + "</svg>";
        return switch (random.nextInt(4)) {
            case 0 -> Hostile.noise(random, 2_000);
            case 1 -> Hostile.mutated(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H',
                    'D', 'R', 127, -1, -1, -1, 127, -1, -1, -1, 8, 6, 0, 0, 0}, random);
            default -> Hostile.bytes(svg);
        };
    }

    /// A file of an author must never run as a page of the school.
    private void fenced(int number, Wire.Answer file) {
        if (file.status() != 200) return;
        if (file.header("content-type").startsWith("text/html") && !file.header("content-disposition").startsWith("attachment"))
            ledger.fault("pictures", number, "a file of HTML is shown", file.body());
        if (!file.header("x-content-type-options").equals("nosniff")
                || !file.header("content-security-policy").contains("sandbox"))
            ledger.fault("pictures", number, "a file without a fence: " + file.headers(), file.body());
    }

    private Random random(int number) {
        return new Random(seed * 1_000_003 + number);
    }
}
