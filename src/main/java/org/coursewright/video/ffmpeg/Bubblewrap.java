package org.coursewright.video.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A room with nothing in it but the system's libraries, ffmpeg, the files that it is told to read and the folder that it
/// writes into: no network, no other process, no `/proc`, no file of ours. By bubblewrap, which needs no privileges.
///
/// ffmpeg is the first process in the room and dies with the one outside, by which it is ended.
///
/// @param programs folder of `bwrap` and `setpriv`
/// @param shown folders of ffmpeg and its libraries
record Bubblewrap(Path programs, List<Path> shown) {

    /// What a program of the system may need, where it is; `/usr` holds nothing that is secret.
    private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache",
            "/etc/alternatives");

    static Bubblewrap of(Path programs, Ffmpeg ffmpeg) {
        var shown = new LinkedHashSet<Path>();
        for (var folder : ffmpeg.libraries().split(":"))
            if (!folder.isEmpty()) shown.add(Path.of(folder));
        shown.add(ffmpeg.folder()); // ffprobe lies there too
        return new Bubblewrap(programs, List.copyOf(shown));
    }

    /// @param folder where it may write
    /// @param readable files that it may read besides
    List<String> around(Path folder, List<Path> readable) {
        var all = new ArrayList<>(List.of(programs.resolve("bwrap").toString(), "--unshare-all", "--as-pid-1",
                "--cap-drop", "ALL", "--dev", "/dev"));
        for (var path : SYSTEM)
            all.addAll(List.of("--ro-bind-try", path, path));
        for (var path : shown)
            all.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
        all.addAll(List.of("--bind", folder.toString(), folder.toString()));
        for (var path : readable)
            all.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
        all.addAll(List.of("--chdir", folder.toString(), "--", programs.resolve("setpriv").toString(), "--pdeathsig",
                "KILL", "--"));
        return all;
    }
}
