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

@Command(name = "publish", mixinStandardHelpOptions = true, description = "Makes a revision live.")
final class PublishCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Target target = new Target();

    @Parameters(index = "0", paramLabel = "REVISION", description = "Its number, as push printed it.")
    private int revision;

    @Parameters(index = "1", paramLabel = "DIR", defaultValue = ".", description = "The folder that remembers the school.")
    private Path folder = Path.of(".");

    @Option(names = "--json", description = "The revision that is live now, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var place = target.resolve(folder, Progress.of(spec.commandLine().getErr(), json));
        var order = Map.of("source", place.source(), "revision", revision);
        var live = place.remote().post(place.path("/publications"), order, RevisionAnswer.class);
        spec.commandLine().getOut().println(json
                ? Remote.JSON.writeValueAsString(live)
                : "Revision " + live.number() + " is live: " + live.address());
        return 0;
    }
}
