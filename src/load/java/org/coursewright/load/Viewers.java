package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// `viewers`: fifty people watch the best picture of a lesson with its sound at the same time. Each fetches a segment
/// when less than ten seconds are left to play, as players do; a stall is a moment with nothing left.
final class Viewers {

    private static final String SCHOOL = "viewers";
    private static final int PEOPLE = 50;
    private static final double AHEAD = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern SEGMENT = Pattern.compile("#EXTINF:([0-9.]+),\n#EXT-X-BYTERANGE:(\\d+)@(\\d+)\n(\\S+)");

    private final Server server;

    private Viewers(Server server) {
        this.server = server;
    }

    static List<Figure> measure(Path home, Path work) throws Exception {
        var data = work.resolve("viewers");
        Seed.delete(data);
        var folder = work.resolve("viewers-folder");
        Seed.delete(folder);
        Lessons.school(folder, 1, 2);
        Files.copy(new Film(home, work).toKeep(1), folder.resolve("courses/course-1/video.mp4"));
        Files.writeString(folder.resolve("courses/course-1/video.md"), "---\nfree: true\n---\n\n# Video\n");
        try (var server = new Server(home, data)) {
            server.push(folder, SCHOOL, server.schoolWithToken(SCHOOL), "--publish");
            return new Viewers(server).figures();
        }
    }

    /// A part of a media file, and how long it plays.
    private record Segment(double seconds, String path, String range) {}

    /// What one person saw.
    private record Seen(int segments, int stalls, double longestMillis) {}

    private List<Figure> figures() throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !server.ask("select min(state) from video").equals("ready");) {
            if (System.nanoTime() > end) throw new IOException("the video is not ready");
            Thread.sleep(200);
        }
        var media = "/media/public/" + server.ask("select hash from video") + "/";
        var picture = segments(media, "1080.m3u8");
        var sound = segments(media, "audio.m3u8");
        double before = server.processes().cpuMillis();
        long began = System.nanoTime();
        var seen = watch(picture, sound);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = (server.processes().cpuMillis() - before) / 1000 / seconds;
        return List.of(
                new Figure("viewers", seen.stream().mapToInt(Seen::stalls).sum(), "stalls", 0),
                Figure.told("viewers.people", PEOPLE, "people"),
                Figure.told("viewers.segments", seen.stream().mapToInt(Seen::segments).sum(), "segments"),
                Figure.told("viewers.slowest", seen.stream().mapToDouble(Seen::longestMillis).max().orElse(0), "ms"),
                Figure.told("viewers.cpu", cpu, "cores"));
    }

    private List<Seen> watch(List<Segment> picture, List<Segment> sound) throws Exception {
        var all = new ArrayList<Seen>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var watching = new ArrayList<Future<Seen>>();
            for (int person = 0; person < PEOPLE; person++) {
                Callable<Seen> one = () -> one(picture, sound);
                watching.add(people.submit(one));
                Thread.sleep(40); // nobody clicks in the same instant
            }
            for (var each : watching)
                all.add(each.get());
        }
        return all;
    }

    private Seen one(List<Segment> picture, List<Segment> sound) throws Exception {
        int stalls = 0;
        double longest = 0;
        double loaded = 0;
        long began = 0;
        double stood = 0;
        try (var line = new Line(server.port())) {
            for (int at = 0; at < picture.size(); at++) {
                double played = began == 0 ? 0 : (System.nanoTime() - began) / 1e9 - stood;
                if (loaded - played > AHEAD) Thread.sleep((long) ((loaded - played - AHEAD) * 1000));
                long asked = System.nanoTime();
                get(line, picture.get(at));
                if (at < sound.size()) get(line, sound.get(at));
                longest = Math.max(longest, (System.nanoTime() - asked) / 1e6);
                played = began == 0 ? 0 : (System.nanoTime() - began) / 1e9 - stood;
                if (began == 0) began = System.nanoTime();
                else if (played > loaded) {
                    stalls++;
                    stood += played - loaded;
                }
                loaded += picture.get(at).seconds();
            }
        }
        return new Seen(picture.size(), stalls, longest);
    }

    private void get(Line line, Segment segment) throws IOException {
        var answer = line.get(host(), segment.path(), segment.range());
        if (answer.status() != 206) throw new IOException(answer.status() + " for " + segment.path());
    }

    private List<Segment> segments(String media, String playlist) throws IOException {
        try (var line = new Line(server.port())) {
            var text = new String(line.get(host(), media + playlist, "").body(), StandardCharsets.UTF_8);
            var all = SEGMENT.matcher(text).results().map(found -> {
                long from = Long.parseLong(found.group(3));
                return new Segment(Double.parseDouble(found.group(1)), media + found.group(4),
                        "Range: bytes=" + from + "-" + (from + Long.parseLong(found.group(2)) - 1) + "\r\n");
            }).toList();
            if (all.isEmpty()) throw new IOException("no segments in " + text);
            return all;
        }
    }

    private String host() {
        return SCHOOL + ".localhost:" + server.port();
    }
}
