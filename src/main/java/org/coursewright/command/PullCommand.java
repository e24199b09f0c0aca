package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coursewright.api.RevisionAnswer;
import org.coursewright.command.Target.Place;
import org.coursewright.content.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "pull", mixinStandardHelpOptions = true, description = "Brings what is newer on the server into a folder, without touching what changed here.")
final class PullCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Target target = new Target();

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The school folder; made when there is none.")
    private Path folder = Path.of(".");

    @Option(names = "--json", description = "What happened as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var progress = Progress.of(spec.commandLine().getErr(), json);
        Files.createDirectories(folder);
        var place = target.resolve(folder, progress);
        var state = FolderState.read(folder).at(place.url(), place.school(), place.source());
        var head = place.remote().get(revision(place, 0, ""), RevisionAnswer.class);
        var theirs = place.remote().get(revision(place, head.number(), "/tree"), Tree.class);
        var base = state.base() == null
                ? Tree.EMPTY
                : place.remote().get(revision(place, state.base(), "/tree"), Tree.class);
        var merge = new Merge(place, folder, progress);
        merge.take(base, theirs);
        progress.clear();
        // also with conflicts: what is left to do lies in the folder, in files that push refuses
        state.withBase(head.number()).write(folder);
        if (json) out.println(Remote.JSON.writeValueAsString(merge.result(head.number())));
        else
            merge.print(out, head.number());
        return merge.isUnresolved() ? 1 : 0;
    }

    private static String revision(Place place, int number, String rest) {
        return place.path("/revisions/" + number + rest + "?source=" + Waiting.query(place.source()));
    }
}
