package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coursewright.content.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "schemas", mixinStandardHelpOptions = true, description = "Writes JSON Schemas of all files of a school, for editors.")
final class SchemasCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "Where to; this folder by default.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        var files = Schema.files(Kinds.ALL);
        for (var file : files.entrySet())
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        spec.commandLine().getOut().println("Wrote " + files.size() + " schemas to " + folder + ".");
        return 0;
    }
}
