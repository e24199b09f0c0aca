package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.coursewright.content.DiskFolder;
import org.coursewright.content.Finding;
import org.coursewright.content.SchoolFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true, description = "Reads a school folder and says what is wrong with it, offline.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The school folder; this one by default.")
    private Path folder = Path.of(".");

    @Option(names = "--at", paramLabel = "PATH", defaultValue = "", description = "Where DIR stands in its school.")
    private String at = "";

    @Option(names = "--json", description = "Findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        if (!Files.isDirectory(folder)) {
            err.println("There is no folder " + folder + ".");
            return 1;
        }
        var contents = SchoolFolder.read(DiskFolder.read(folder), at, Kinds.ALL);
        var findings = Stream.concat(DiskFolder.links(folder).stream(), contents.findings().stream()).sorted().toList();
        Reports.print(out, findings, json);
        if (!json) err.println(Reports.count(findings));
        return findings.stream().anyMatch(Finding::isError) ? 1 : 0;
    }
}
