package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.coursewright.video.ffmpeg.Clips;

/// `peers`: a page that was written at publish, compressed, and 2 MiB of a video, against nginx that
/// serves the same bytes from a file in the same run.
final class Peers {

    private static final String SCHOOL = "peers";
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 5;
    private static final long SEGMENT = 2 << 20;
    private static final String COMPRESSED = "Accept-Encoding: gzip, br\r\n";
    private static final String RANGE = "Range: bytes=0-" + (SEGMENT - 1) + "\r\n";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Server server;
    private final Path work;
    private final int count;

    private Peers(Server server, Path work, int count) {
        this.server = server;
        this.work = work;
        this.count = count;
    }

    static List<Figure> measure(Path home, Path work, int count) throws Exception {
        var data = work.resolve("peers");
        Seed.delete(data);
        var folder = work.resolve("peers-folder");
        Seed.delete(folder);
        Lessons.school(folder, 1, 20);
        // noise cannot be made small: its renditions are long enough
        Files.copy(Clips.make(Files.createDirectories(work.resolve("peers-clip")), "noise.mp4",
                "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=25:duration=12,noise=alls=60:allf=t+u",
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"), folder.resolve("courses/course-1/video.mp4"));
        Files.writeString(folder.resolve("courses/course-1/video.md"), "---\nfree: true\n---\n\n# Video\n");
        try (var server = new Server(home, data)) {
            server.push(folder, SCHOOL, server.schoolWithToken(SCHOOL), "--publish");
            return new Peers(server, work, count).figures();
        }
    }

    private List<Figure> figures() throws Exception {
        var files = work.resolve("peers-files");
        Seed.delete(files);
        Files.createDirectories(files);
        var page = new Load.Request(host(), "/", COMPRESSED);
        var segment = new Load.Request(host(), segment(), RANGE);
        Files.write(files.resolve("page"), answer(page, 200));
        var media = answer(segment, 206);
        if (media.length != SEGMENT) throw new IOException("the video is too short: " + media.length);
        Files.write(files.resolve("segment"), answer(new Load.Request(host(), segment.path(), ""), 200));
        try (var nginx = new Nginx(work.resolve("nginx"), files)) {
            var figures = new ArrayList<Figure>();
            figures.addAll(against(nginx, "stored-page", page, "/page", count, 3));
            figures.addAll(against(nginx, "segment", segment, "/segment", count / 10, 1.5));
            return figures;
        }
    }

    private List<Figure> against(Nginx nginx, String name, Load.Request request, String file, int count, double most)
            throws Exception {
        var ours = Load.on(server, CONNECTIONS);
        var theirs = nginx.load(CONNECTIONS);
        IntFunction<Load.Request> mine = _ -> request;
        IntFunction<Load.Request> same = _ -> new Load.Request(nginx.host(), file, request.more());
        ours.warmUp(count, mine);
        theirs.run(count, same);
        double us = ours.least(ROUNDS, count, mine).cpuMillis();
        double nginxs = theirs.least(ROUNDS, count, same).cpuMillis();
        return List.of(
                new Figure(name, us / nginxs, "x nginx", most),
                Figure.told(name + ".cpu", us, "CPU ms"),
                Figure.told(name + ".nginx", nginxs, "CPU ms"));
    }

    /// The media of the largest rendition, once the video is ready.
    private String segment() throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !server.ask("select min(state) from video").equals("ready");) {
            if (System.nanoTime() > end) throw new IOException("the video is not ready");
            Thread.sleep(200);
        }
        var folder = "/media/public/" + server.ask("select hash from video") + "/";
        var playlist = folder + highest(text(folder + "master.m3u8"), "(?m)^\\d+\\.m3u8");
        return folder + highest(text(playlist), "\\d+-[0-9a-f]{12}\\.mp4");
    }

    private String text(String path) throws IOException {
        return new String(answer(new Load.Request(host(), path, ""), 200), StandardCharsets.UTF_8);
    }

    private byte[] answer(Load.Request request, int status) throws IOException {
        try (var line = new Line(server.port())) {
            var answer = line.get(request.host(), request.path(), request.more());
            if (answer.status() != status) throw new IOException(answer.status() + " for " + request.path());
            return answer.body();
        }
    }

    private static String highest(String text, String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group)
                .max(Comparator.comparingInt(name -> Integer.parseInt(name.replaceAll("\\D.*", ""))))
                .orElseThrow(() -> new IOException(pattern + " is not in:\n" + text));
    }

    private String host() {
        return SCHOOL + ".localhost:" + server.port();
    }
}
