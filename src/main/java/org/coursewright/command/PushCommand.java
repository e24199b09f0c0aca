package org.coursewright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coursewright.api.RevisionAnswer;
import org.coursewright.command.Target.Place;
import org.coursewright.content.DiskFolder;
import org.coursewright.content.MediaList;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.SchoolFolder;
import org.coursewright.content.SourceTree;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "push", mixinStandardHelpOptions = true, description = "Sends what changed in a school folder and prints the address of its preview.")
final class PushCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Target target = new Target();

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The school folder; this one by default.")
    private Path folder = Path.of(".");

    @Option(names = {"-m", "--message"}, paramLabel = "TEXT", description = "What this push is about.")
    private String message = "";

    @Option(names = "--publish", description = "Makes it live at once.")
    private boolean publish;

    @Option(names = "--wait", description = "Waits until its videos play.")
    private boolean wait;

    @Option(names = "--allow-removals", description = "Content that the folder lacks may disappear.")
    private boolean allowRemovals;

    @Option(names = "--overwrite", description = "What is newer on the server is replaced: for a build, where Git has the last word.")
    private boolean overwrite;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder)) throw new Refusal("There is no folder " + folder + ".");
        var progress = Progress.of(spec.commandLine().getErr(), json);
        var place = target.resolve(folder, progress);
        var files = DiskFolder.files(folder);
        refuseUnmerged(folder);
        progress.say("Reading " + folder + " …");
        var memory = new HashMemory(folder);
        MediaList.update(files, memory::of);
        var source = DiskFolder.read(files, memory::of);
        memory.write();
        var answer = checked(source, place.source());
        if (answer == null) {
            var pushing = new Pushing(place, folder, files, progress);
            if (overwrite) pushing.takeNewestAsBase();
            answer = pushing.push(source, message, allowRemovals);
        }
        if (json) out.println(Remote.JSON.writeValueAsString(answer));
        else
            PushReport.print(out, answer, folder, place);
        if (!(answer instanceof PushAnswer.Committed committed)) return 1;
        if (publish) publish(out, place, committed.number());
        return wait ? new Waiting(place, progress, json).until(out, committed.number()) : 0;
    }

    /// Errors are found before anything travels; the server looks again.
    private static @Nullable PushAnswer checked(SourceTree source, String at) {
        var contents = SchoolFolder.read(source, at, Kinds.ALL);
        return contents.hasErrors() ? new PushAnswer.Faulty(contents.findings()) : null;
    }

    private static void refuseUnmerged(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            List<Path> theirs = all.filter(file -> file.toString().endsWith(DiskFolder.THEIRS)).limit(3).toList();
            if (!theirs.isEmpty())
                throw new Refusal(
                        theirs.getFirst() + ": take over what you want from it, then delete it and push again.");
        }
    }

    private void publish(PrintWriter out, Place place, int number) throws IOException {
        var order = Map.of("source", place.source(), "revision", number);
        var live = place.remote().post(place.path("/publications"), order, RevisionAnswer.class);
        if (!json) out.println("Live:    " + live.address());
    }
}
