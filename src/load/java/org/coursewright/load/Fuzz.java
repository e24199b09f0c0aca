package org.coursewright.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `fuzz`: 10,000 hostile inputs from a fixed seed against the whole program. None may crash it, hang it, be answered by
/// a 5xx, or come out on a page as something that runs. What broke something lies in `target/bench/fuzz-faults`.
final class Fuzz {

    private static final long SEED = Long.getLong("coursewright.fuzz.seed", 2026);

    private Fuzz() {}

    /// @param share of the 10,000 inputs, in percent
    static List<Figure> measure(Path home, Path work, int share) throws Exception {
        var data = work.resolve("fuzz");
        Seed.delete(data);
        Files.createDirectories(data);
        var ledger = new FuzzLedger(work.resolve("fuzz-faults"));
        try (var server = new Server(home, data)) {
            var school = new FuzzSchool(server.port(), server.schoolWithToken(FuzzSchool.SLUG), ledger);
            school.begin(FuzzSchool.goodFolder(home));
            var content = new FuzzContent(school, ledger, home, SEED);
            var requests = new FuzzRequests(school, ledger, home, SEED);
            content.markdown(3_000 * share / 100);
            content.captions(1_000 * share / 100);
            content.pictures(500 * share / 100);
            content.folders(1_500 * share / 100);
            publishAndSignIn(server);
            requests.archives(500 * share / 100);
            requests.uploads(1_500 * share / 100);
            requests.routes(2_000 * share / 100);
            var alive = school.wire.ask("GET /health/ready HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n", new byte[0]);
            if (alive.status() != 200) ledger.fault("health", 0, "not ready afterwards: " + alive.text(), alive.body());
            for (var line : Files.readAllLines(data.resolve("serve.log")))
                if (line.contains(" ERROR ")) ledger.fault("log", 0, line, new byte[0]);
        }
        return ledger.figures();
    }

    /// Something is live when routes are tried, and a student and an author who may do everything are signed in.
    private static void publishAndSignIn(Server server) throws Exception {
        var database = server.database();
        try {
            var jdbc = JdbcClient.create(database);
            jdbc.sql("update account set operator = true").update();
            jdbc.sql("""
                    insert into platform_session (token_hash, account_id, created_at, seen_at, expires_at)
                    select sha256('fuzz-author'), id, now(), now(), now() + interval '1 day' from account limit 1
                    """).update();
            for (var sql : SignedIn.students(List.of("fuzz-student"))) jdbc.sql(sql).update();
        } finally {
            database.destroy();
        }
    }
}
