package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `first-playable`: from the end of an upload to the moment when students can watch. Ten minutes of H.264 are kept as
/// they are; five minutes that must be encoded play in their smallest picture first, told as a share of the whole encode.
final class FirstPlayable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Server server;

    private FirstPlayable(Server server) {
        this.server = server;
    }

    /// @param small leaves the long encode out
    static List<Figure> measure(Path home, Path work, boolean small) throws Exception {
        var data = work.resolve("first-playable");
        Seed.delete(data);
        try (var server = new Server(home, data)) {
            var runner = new FirstPlayable(server);
            var school = new FilmSchool(server, "first", work.resolve("first-folder"));
            var film = new Film(home, work);
            school.push(film.toKeep(0)); // unpacks ffmpeg
            runner.reach("state = 'ready'");
            school.push(film.long10());
            var figures = new ArrayList<Figure>();
            figures.add(new Figure("first-playable", runner.reach("playable"), "s", 5));
            if (small) return figures;
            runner.stop();
            school.push(film.long5ToEncode());
            double first = runner.reach("playable");
            double all = runner.reach("state = 'ready'");
            figures.add(new Figure("first-playable.encoded", first / all, "of the whole", 0.25));
            figures.add(Figure.told("first-playable.encode", all, "s"));
            return figures;
        }
    }

    /// Seconds from the commit of the newest video until it is so.
    private double reach(String condition) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(50)) {
            var found = server.ask("""
                    select case when %s then (extract(epoch from clock_timestamp() - created_at))::text else state end
                    from video
                    order by created_at desc
                    limit 1
                    """.formatted(condition));
            if (found.equals("failed")) break;
            if (Character.isDigit(found.charAt(0))) return Double.parseDouble(found);
        }
        throw new IOException("the video does not come to " + condition);
    }

    /// As the author's button does; the encoder sees it within seconds.
    private void stop() throws IOException {
        server.ask("update video set state = 'failed', run = run + 1 where state <> 'ready' returning hash");
    }
}
