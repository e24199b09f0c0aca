package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coursewright.backup.BackingUp;
import org.coursewright.backup.Backups;
import org.coursewright.backup.ExternalDatabase;
import org.coursewright.backup.Holdings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "backup", mixinStandardHelpOptions = true, description = "Makes a backup of this installation, while it runs or not.")
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folder of the backups; best on another disk.")
    private Path folder = Path.of("");

    @Option(names = "--keep", paramLabel = "N", description = "Then removes all but the newest N, and what only those needed.")
    private int keep;

    @Option(names = "--json", description = "What was made, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        if (keep < 0) throw new Refusal("--keep must be 1 or more.");
        var progress = Progress.of(spec.commandLine().getErr(), json);
        var backups = new Backups(folder);
        var holdings = Holdings.of(System.getenv());
        var made = new BackingUp(backups, holdings, Steps.of(progress)).make();
        progress.clear();
        if (keep > 0) backups.keep(keep);
        var notes = notes(holdings);
        print(made, notes);
        return 0;
    }

    /// What is not in it.
    private static List<String> notes(Holdings holdings) {
        var notes = new ArrayList<String>();
        if (!holdings.embedded()) notes.addAll(ExternalDatabase.findings(System.getenv("COURSEWRIGHT_DATABASE_URL")));
        if (holdings.storage().isEmpty())
            notes.add("The files of schools are NOT in this backup: they are in a bucket, whose versions are its own "
                    + "backup. Turn them on there.");
        return notes;
    }

    private void print(BackingUp.Made made, List<String> notes) {
        var out = spec.commandLine().getOut();
        var backup = made.backup();
        if (json) {
            out.println(Remote.JSON.writeValueAsString(Map.of(
                    "backup", backup.name(),
                    "files", backup.files().size(),
                    "bytes", backup.bytes(),
                    "newBytes", made.freshBytes(),
                    "rows", backup.rows(),
                    "database", backup.database() != null,
                    "storage", backup.storage(),
                    "seconds", made.seconds(),
                    "notes", notes)));
            return;
        }
        out.printf(
                "Backup %s: %d files, %s, of which %s are new, %d rows, in %.1f s.%n", backup.name(),
                backup.files().size(), Progress.size(backup.bytes()), Progress.size(made.freshBytes()), backup.rows(),
                made.seconds());
        notes.forEach(out::println);
    }
}
