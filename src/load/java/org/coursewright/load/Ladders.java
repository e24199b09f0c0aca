package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.coursewright.video.ffmpeg.Clips;

/// `ladder` and `passthrough`: what it costs to make a lesson's video, from the push until it is ready, as CPU time of all
/// processes that the program starts for it; against one raw ffmpeg that makes the same pictures and the sound, and
/// against a run for each picture as PeerTube does it (its arguments rebuilt: two-second groups, 16 B-frames, rate
/// factor 23). All in one run, in turns, since the machine is shared.
final class Ladders {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ROUNDS = 3;

    /// Short side, rate factor, kilobits a second at most: the program's own.
    private static final int[][] RUNGS = {{1080, 22, 4500}, {720, 22, 2500}, {480, 23, 1200}, {360, 23, 700}};
    private static final int[][] PEERS = {{1080, 23, 4000}, {720, 23, 2300}, {480, 23, 1200}, {360, 23, 700}};
    private static final List<String> SOUND = List.of("-map", "0:a:0", "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000");

    private final Server server;
    private final Film film;
    private final Path work;
    private final FilmSchool school;

    private Ladders(Server server, Film film, Path work) throws IOException, InterruptedException {
        this.server = server;
        this.film = film;
        this.work = work;
        this.school = new FilmSchool(server, "ladder", work.resolve("folder"));
    }

    static List<Figure> measure(Path home, Path work, boolean small) throws Exception {
        var data = work.resolve("ladder");
        Seed.delete(data);
        try (var server = new Server(home, data)) {
            return new Ladders(server, new Film(home, work), Files.createDirectories(work.resolve("ladder-files")))
                    .figures(small ? 1 : ROUNDS);
        }
    }

    private List<Figure> figures(int rounds) throws Exception {
        push(Clips.silent(work, "320x180", 1)); // unpacks ffmpeg
        double ours = 0;
        double kept = 0;
        double raw = 0;
        double peers = 0;
        for (int round = 1; round <= rounds; round++) {
            ours += push(film.toEncode(round));
            raw += raw();
            kept += push(film.toKeep(round));
            peers += peers();
        }
        double better = quality(work.resolve("peer-1080.mp4"), film.lesson()) - quality(best(), film.toEncode(rounds));
        return List.of(
                new Figure("ladder", ours / raw, "x ffmpeg", 1.05),
                new Figure("ladder.peers", ours / peers, "x one by one", 0.6),
                new Figure("ladder.quality", better, "dB less", 0),
                new Figure("passthrough", kept / raw, "x ffmpeg", 0.75),
                Figure.told("ladder.cpu", ours / rounds / 1000, "CPU s"),
                Figure.told("ladder.ffmpeg", raw / rounds / 1000, "CPU s"),
                Figure.told("ladder.one-by-one", peers / rounds / 1000, "CPU s"),
                Figure.told("passthrough.cpu", kept / rounds / 1000, "CPU s"));
    }

    /// CPU time of the program's children until the video is ready, in ms.
    private double push(Path video) throws Exception {
        double before = server.processes().childrenMillis();
        school.push(video);
        for (long end = System.nanoTime() + PATIENCE.toNanos();;) {
            var state = server.ask("select state || ' ' || remark from video order by created_at desc limit 1");
            if (state.startsWith("ready")) return server.processes().childrenMillis() - before;
            if (state.startsWith("failed") || System.nanoTime() > end) throw new IOException(video + " is " + state);
            Thread.sleep(300);
        }
    }

    private double raw() throws Exception {
        var words = new ArrayList<>(List.of("-i", film.lesson().toString(), "-filter_complex",
                "[0:V]split=4[a][b][c][d];[a]null[v0];[b]scale=-2:720:flags=bicubic[v1];"
                        + "[c]scale=-2:480:flags=bicubic[v2];[d]scale=-2:360:flags=bicubic[v3]"));
        for (int at = 0; at < RUNGS.length; at++) {
            words.addAll(List.of("-map", "[v" + at + "]"));
            words.addAll(encoder(RUNGS[at]));
            words.addAll(List.of("-profile:v", "high", "-force_key_frames", "expr:gte(t,n_forced*4)", "-g", "300",
                    work.resolve("raw-" + RUNGS[at][0] + ".mp4").toString()));
        }
        words.addAll(SOUND);
        return cpu("raw-sound.mp4", words);
    }

    private double peers() throws Exception {
        double all = 0;
        for (var rung : PEERS) {
            var words = new ArrayList<>(List.of("-i", film.lesson().toString(), "-map", "0:V", "-vf", "scale=-2:" + rung[0]));
            words.addAll(encoder(rung));
            words.addAll(List.of("-g", "60", "-b_strategy", "1", "-bf", "16", "-pix_fmt", "yuv420p"));
            words.addAll(SOUND);
            all += cpu("peer-" + rung[0] + ".mp4", words);
        }
        return all;
    }

    private static List<String> encoder(int[] rung) {
        return List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "" + rung[1], "-maxrate", rung[2] + "k",
                "-bufsize", 2 * rung[2] + "k");
    }

    private double cpu(String file, List<String> words) throws Exception {
        var me = new Processes(ProcessHandle.current().pid(), 0);
        double before = me.childrenMillis();
        Clips.make(work, file, words.toArray(String[]::new));
        return me.childrenMillis() - before;
    }

    /// The best picture that the program made of what it had to encode.
    private Path best() throws IOException {
        return work.resolveSibling("ladder/storage/objects").resolve(server.ask("""
                select rendition.school_id || '/video/' || video_hash || '/' || file
                from rendition
                join video on video.school_id = rendition.school_id and hash = video_hash
                where rendition.name = '1080' and video.name like '%.ts'
                order by created_at desc
                limit 1
                """));
    }

    /// XPSNR of the luma against what it was made of, in dB: more is better.
    private double quality(Path picture, Path source) throws Exception {
        var log = work.resolve("quality.log");
        Files.deleteIfExists(log);
        Clips.make(work, "quality.null", "-i", picture.toString(), "-i", source.toString(), "-filter_complex",
                "[0:V]fps=30:start_time=0[a];[1:V]fps=30:start_time=0[b];[a][b]xpsnr=stats_file=" + log, "-f", "null");
        var found = Pattern.compile("y: +([0-9.]+)").matcher(lastLine(log));
        if (!found.find()) throw new IOException("no XPSNR in " + log);
        return Double.parseDouble(found.group(1));
    }

    private static String lastLine(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.contains("XPSNR")).reduce((_, last) -> last).orElse("");
    }
}
