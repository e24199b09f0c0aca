package org.coursewright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.coursewright.command.Target.Place;
import org.coursewright.content.DiskFolder;
import org.coursewright.content.IdsLock;
import org.coursewright.content.Tree;
import org.coursewright.content.TreeFile;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// Brings a newer state of the server into a folder. A file that changed on one side only is taken from that side; one
/// that changed on both stays as it is here, and theirs is put beside it.
final class Merge {

    private final Place place;
    private final Path folder;
    private final Progress progress;
    private final List<String> taken = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    Merge(Place place, Path folder, Progress progress) {
        this.place = place;
        this.folder = folder;
        this.progress = progress;
    }

    /// What a pull did.
    record Result(int revision, List<String> taken, List<String> removed, List<String> conflicts) {}

    void take(Tree base, Tree theirs) throws IOException {
        var paths = new TreeSet<>(theirs.files().keySet());
        paths.addAll(base.files().keySet());
        for (var path : paths)
            take(path, hash(base, path), theirs.files().get(path));
    }

    boolean isUnresolved() {
        return !conflicts.isEmpty();
    }

    Result result(int revision) {
        return new Result(revision, taken, removed, conflicts);
    }

    void print(PrintWriter out, int revision) {
        taken.forEach(path -> out.println("  took     " + path));
        removed.forEach(path -> out.println("  removed  " + path));
        conflicts.forEach(path -> out.println("  conflict " + path));
        if (isUnresolved())
            out.println("Changed here and on the server: " + Reports.plural(conflicts.size(), "file")
                    + ". Yours are as they were, theirs lie beside them (*" + DiskFolder.THEIRS
                    + "). Take over what you want, delete those, then push.");
        else if (taken.isEmpty() && removed.isEmpty()) out.println("Nothing is newer than revision " + revision + ".");
        else
            out.println("This folder has everything of revision " + revision + " now.");
    }

    private void take(String path, @Nullable String base, @Nullable TreeFile theirs) throws IOException {
        var file = inside(path);
        var ours = Files.isRegularFile(file) ? Hash.of(file).hex() : null;
        var their = theirs == null ? null : theirs.sha256();
        if (Objects.equals(ours, their) || Objects.equals(base, their)) return;
        if (Objects.equals(ours, base)) {
            if (theirs == null) remove(path, file);
            else
                write(path, theirs, file);
        } else if (path.equals(IdsLock.PATH) && theirs != null) joinLocks(theirs, file);
        else {
            conflicts.add(theirs == null ? path + " (deleted on the server)" : path);
            if (theirs != null) download(theirs, path, file.resolveSibling(file.getFileName() + DiskFolder.THEIRS));
        }
    }

    private void write(String path, TreeFile theirs, Path file) throws IOException {
        download(theirs, path, file);
        taken.add(path);
    }

    private void remove(String path, Path file) throws IOException {
        Files.delete(file);
        removed.add(path);
        var parent = file.getParent();
        while (parent != null && !parent.equals(folder) && isEmpty(parent)) {
            Files.delete(parent);
            parent = parent.getParent();
        }
    }

    /// Both sides only ever add lines.
    private void joinLocks(TreeFile theirs, Path file) throws IOException {
        var mine = Files.exists(file) ? Files.readString(file) : "";
        download(theirs, IdsLock.PATH, file);
        var joined = IdsLock.parse(mine + "\n" + Files.readString(file));
        Files.writeString(file, joined.toString());
        taken.add(IdsLock.PATH);
    }

    /// The file changes in one step, and only when all of it is there.
    private void download(TreeFile what, String path, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (var in = place.remote().open(place.path("/blobs/" + what.sha256()));
                    var out = Files.newOutputStream(part)) {
                var buffer = new byte[1 << 16];
                long done = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    done += read;
                    progress.show(path, done, what.size(), "  " + Progress.size(done));
                }
            }
            if (!Hash.of(part).hex().equals(what.sha256()))
                throw new Refusal(path + " was cut on its way. Run the command again.");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// A server has no say outside of the folder.
    private Path inside(String path) {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || path.startsWith("."))
            throw new Refusal("The server names a file outside of the folder: " + path);
        return file;
    }

    private static @Nullable String hash(Tree tree, String path) {
        var file = tree.files().get(path);
        return file == null ? null : file.sha256();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
