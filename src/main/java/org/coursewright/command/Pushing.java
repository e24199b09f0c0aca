package org.coursewright.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coursewright.api.RevisionAnswer;
import org.coursewright.command.Target.Place;
import org.coursewright.content.IdsLock;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.PushOrder;
import org.coursewright.content.SourceTree;
import org.coursewright.content.Tree;
import org.coursewright.content.TreeFile;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;

/// One push: tells the server all files by hash, sends those it lacks, commits. A push that was cut goes on, and one
/// that was answered gives its answer again.
final class Pushing {

    private static final long SMALL = 1 << 20;
    private static final long BUNDLE = 8 << 20;

    private final Place place;
    private final Path folder;
    private final Map<String, Path> files;
    private final Progress progress;
    private FolderState state;

    Pushing(Place place, Path folder, Map<String, Path> files, Progress progress) throws IOException {
        this.place = place;
        this.folder = folder;
        this.files = files;
        this.progress = progress;
        this.state = FolderState.read(folder).at(place.url(), place.school(), place.source());
    }

    void takeNewestAsBase() throws IOException {
        var path = place.path("/revisions?limit=500");
        for (var revision : place.remote().get(path, RevisionAnswer[].class))
            if (revision.source().equals(place.source())) {
                state = state.onBase(revision.number());
                return;
            }
    }

    PushAnswer push(SourceTree source, String message, boolean allowRemovals) throws IOException {
        var tree = tree(source);
        var order = order(tree, message);
        progress.say("Comparing " + tree.files().size() + " files …");
        var answer = place.remote().post(place.path("/pushes"), order, PushAnswer.class);
        while (answer instanceof PushAnswer.Wanted(var missing)) {
            send(order, missing);
            progress.say("Reading the files on the server …");
            var commit = Map.of("allowRemovals", allowRemovals);
            answer = place.remote().post(place.path("/pushes/" + order.code() + "/commit"), commit, PushAnswer.class);
        }
        progress.clear();
        if (answer instanceof PushAnswer.Committed committed) keep(committed);
        return answer;
    }

    private PushOrder order(Tree tree, String message) throws IOException {
        var content = Hash.of(Remote.JSON.writeValueAsString(
                List.of(tree, place.source(), String.valueOf(state.base()), message))).hex();
        var begun = state.push();
        if (begun == null || !begun.content().equals(content)) {
            begun = new FolderState.Begun(RandomCode.of(18), content);
            state = state.withPush(begun);
            state.write(folder);
        }
        return new PushOrder(begun.code(), place.source(), state.base(), message, tree);
    }

    private void send(PushOrder order, List<String> missing) throws IOException {
        var wanted = new HashSet<>(missing);
        var small = new HashMap<String, Path>();
        var large = new TreeMap<String, TreeFile>();
        order.files().files().forEach((path, file) -> {
            if (!wanted.remove(file.sha256())) return;
            if (file.size() < SMALL) small.put(path, Objects.requireNonNull(files.get(path)));
            else
                large.put(path, file);
        });
        bundles(order.code(), small);
        var sender = new TusSender(place.remote(), progress);
        for (var file : large.entrySet()) {
            var hash = file.getValue().sha256();
            sender.send(
                    file.getKey(),
                    Objects.requireNonNull(files.get(file.getKey())),
                    file.getValue(),
                    state.uploads().get(hash),
                    address -> remember(hash, address));
        }
    }

    private void remember(String hash, String address) {
        try {
            state = state.withUpload(hash, address);
            state.write(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void bundles(String code, Map<String, Path> small) throws IOException {
        var waiting = new ArrayList<>(small.entrySet());
        int sent = 0;
        while (sent < waiting.size()) {
            var bytes = new ByteArrayOutputStream();
            long size = 0;
            try (var zip = new ZipOutputStream(bytes)) {
                for (; sent < waiting.size() && size < BUNDLE; sent++) {
                    var content = Files.readAllBytes(waiting.get(sent).getValue());
                    zip.putNextEntry(new ZipEntry(Hash.of(content).hex()));
                    zip.write(content);
                    size += content.length;
                }
            }
            place.remote().postZip(place.path("/pushes/" + code + "/files"), bytes.toByteArray());
            progress.show("small files", sent, waiting.size(), "  " + sent + " of " + waiting.size());
        }
        if (!waiting.isEmpty()) progress.done("sent " + Reports.plural(waiting.size(), "small file"));
    }

    private void keep(PushAnswer.Committed committed) throws IOException {
        var lock = folder.resolve(IdsLock.PATH);
        boolean known = Files.exists(lock) && Files.readString(lock).equals(committed.idsLock());
        if (!committed.idsLock().isEmpty() && !known) Files.writeString(lock, committed.idsLock());
        state.withBase(committed.number()).write(folder);
    }

    private static Tree tree(SourceTree source) {
        var files = new TreeMap<String, TreeFile>();
        source.files().forEach(file -> files.put(file.path(), new TreeFile(file.hash(), file.size())));
        return new Tree(files);
    }
}
