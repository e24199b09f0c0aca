package org.coursewright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coursewright.backup.Backups;
import org.coursewright.backup.Drill;
import org.coursewright.backup.Holdings;
import org.coursewright.backup.Restored;
import org.coursewright.backup.Restoring;
import org.coursewright.backup.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "restore", mixinStandardHelpOptions = true, description = "Brings an installation back from a backup, or proves with --verify that it could.")
final class RestoreCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folder of the backups.")
    private Path folder = Path.of("");

    @Option(names = "--backup", paramLabel = "NAME", description = "Just the state of this one; without it the newest state that there is.")
    private @Nullable String backup;

    @Option(names = "--to-time", paramLabel = "TIME", description = "The state of a moment, such as 2026-11-26T14:30:00Z.")
    private @Nullable String time;

    @Option(names = "--verify", description = "Checks every byte, brings the database back in a scratch folder, counts, and throws that away.")
    private boolean verify;

    @Option(names = "--into", paramLabel = "DATA", description = "Data folder to make; COURSEWRIGHT_DATA by default.")
    private @Nullable Path into;

    @Option(names = "--replace", description = "Moves aside what is in the data folder.")
    private boolean replace;

    @Option(names = "--json", description = "What came back, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        var progress = Progress.of(spec.commandLine().getErr(), json);
        var backups = new Backups(folder);
        var wish = new Wish(Optional.ofNullable(backup), Optional.ofNullable(time).map(RestoreCommand::time));
        var here = Holdings.of(System.getenv());
        var holdings = into == null ? here : here.in(into.toAbsolutePath().normalize());
        var restored = verify
                ? new Drill(backups, holdings.data(), Steps.of(progress)).run(wish)
                : new Restoring(backups, holdings, replace, Steps.of(progress)).run(wish);
        progress.clear();
        var out = spec.commandLine().getOut();
        if (json) out.println(Remote.JSON.writeValueAsString(asJson(restored)));
        else
            tell(out, restored, holdings);
        return restored.good() ? 0 : 1;
    }

    private void tell(PrintWriter out, Restored restored, Holdings holdings) {
        out.printf(
                "%s %s: %d files, %s, %d rows, in %.1f s.%n", verify ? "Verified" : "Restored",
                restored.backup().name(),
                restored.files(), Progress.size(restored.bytes()), restored.rows(),
                restored.seconds());
        restored.found().ifPresentOrElse(
                found -> tell(out, restored, found),
                () -> out.println("The database is NOT in this backup: bring it back with the tools of its server."));
        if (!restored.backup().storage())
            out.println("The files of schools are NOT in this backup: they are in a bucket.");
        restored.aside().ifPresent(aside -> out.println("What was there before is in " + aside + "."));
        if (!verify) out.println("Next: COURSEWRIGHT_DATA=" + holdings.data() + " coursewright serve");
    }

    private static void tell(PrintWriter out, Restored restored, Restored.Database found) {
        found.asOf().ifPresent(at -> out.println("Its last change is of " + at + "."));
        if (found.other().isEmpty()) out.println("Every table has as many rows as when the backup was made.");
        found.other().forEach((table, rows) -> out.println((restored.exact() ? "WRONG: " : "") + table + " has " + rows
                + " rows; when the backup was made they were " + counted(restored, table) + "."));
        if (found.missing().isEmpty()) return;
        out.println((restored.exact() ? "WRONG: " : "") + Reports.plural(found.missing().size(), "file")
                + " that the database names came after the last backup of files, and are not in it:");
        found.missing().stream().limit(SHOWN).forEach(key -> out.println("  " + key));
    }

    private static String counted(Restored restored, String table) {
        var database = restored.backup().database();
        var rows = database == null ? null : database.rows().get(table);
        return rows == null ? "none" : rows.toString();
    }

    private Object asJson(Restored restored) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("backup", restored.backup().name());
        answer.put("good", restored.good());
        answer.put("exact", restored.exact());
        answer.put("files", restored.files());
        answer.put("bytes", restored.bytes());
        answer.put("seconds", restored.seconds());
        restored.found().ifPresent(found -> {
            answer.put("rows", found.rows());
            found.asOf().ifPresent(at -> answer.put("asOf", at.toString()));
            answer.put("otherRows", found.other());
            answer.put("missingFiles", found.missing());
        });
        restored.aside().ifPresent(aside -> answer.put("aside", aside.toString()));
        return answer;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new Refusal("'" + text + "' is no moment: write it with its zone, such as 2026-11-26T14:30:00Z or "
                    + "2026-11-26T15:30:00+01:00.");
        }
    }
}
