package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coursewright.api.RevisionAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rollback", mixinStandardHelpOptions = true, description = "Makes the revision live again that was so before this one.")
final class RollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Target target = new Target();

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The folder that remembers the school.")
    private Path folder = Path.of(".");

    @Option(names = "--json", description = "The revision that is live now, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var place = target.resolve(folder, Progress.of(spec.commandLine().getErr(), json));
        var live = place.remote().post(
                place.path("/publications"), Map.of("source", place.source()), RevisionAnswer.class);
        spec.commandLine().getOut().println(json
                ? Remote.JSON.writeValueAsString(live)
                : "Revision " + live.number() + " is live again: " + live.address());
        return 0;
    }
}
