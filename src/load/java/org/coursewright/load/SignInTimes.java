package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `sign-in`: whether the time of an answer tells that an address has an account. Known and unknown addresses ask in turn
/// over one connection; the figure is how much better than by chance somebody guesses who takes the slower of two answers
/// for the known one (the area under the ROC curve less a half): 0 = time tells nothing, 0.5 = it tells all.
final class SignInTimes {

    private static final int PAIRS = 1500;
    private static final int WARM_UP = 500;
    private static final int PAIRS_OF_A_WINDOW = 10;
    private static final double MOST = 0.1;

    private final Server server;
    private final double[] known = new double[PAIRS];
    private final double[] unknown = new double[PAIRS];

    private SignInTimes(Server server) {
        this.server = server;
    }

    static List<Figure> measure(Path home, Path work) throws Exception {
        var data = work.resolve("sign-in");
        Seed.delete(data);
        try (var server = new Server(home, data)) {
            return new SignInTimes(server).figures();
        }
    }

    private List<Figure> figures() throws Exception {
        server.ask("""
                with added as (insert into account (email, name) select 'known-' || number || '@example.org', ''
                from generate_series(1, 1000) as number returning 1) select count(*) from added
                """);
        try (var line = new Line(server.port())) {
            for (int i = -WARM_UP; i < PAIRS; i++) {
                // what everybody may do in a quarter of an hour is soon done
                if (i % PAIRS_OF_A_WINDOW == 0)
                    server.ask("with gone as (delete from sign_in returning 1) select count(*) from gone");
                int person = 1 + Math.floorMod(i, 1000);
                boolean first = i % 2 == 0;
                double one = ask(line, (first ? "known-" : "other-") + person);
                double two = ask(line, (first ? "other-" : "known-") + person);
                if (i < 0) continue;
                known[i] = first ? one : two;
                unknown[i] = first ? two : one;
            }
        }
        return List.of(
                new Figure("sign-in.told-by-time", Math.abs(share() - 0.5), "", MOST),
                Figure.told("sign-in.known", Starts.middle(known), "ms"),
                Figure.told("sign-in.unknown", Starts.middle(unknown), "ms"));
    }

    /// Milliseconds.
    private double ask(Line line, String name) throws IOException {
        long began = System.nanoTime();
        var answer = line.post("localhost:" + server.port(), "/sign-in",
                "Content-Type: application/x-www-form-urlencoded\r\n", "email=" + name + "%40example.org");
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.status() != 303) throw new IOException(answer.status() + " for " + name);
        return millis;
    }

    /// Of all pairs of a known and an unknown address, those where the known one took longer.
    private double share() {
        double longer = 0;
        for (double one : known)
            for (double other : unknown) longer += one > other ? 1 : one == other ? 0.5 : 0;
        return longer / PAIRS / PAIRS;
    }
}
