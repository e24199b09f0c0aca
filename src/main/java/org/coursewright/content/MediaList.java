package org.coursewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes `media.yaml`: the hashes of large files, so that who has only the rest of the folder can push it as well.
public final class MediaList {

    /// From this size on a file is listed.
    private static final long LARGE = 1 << 20;
    private static final String HEAD = "# Large files that may stay outside of Git. Written by 'coursewright push'.\n";
    private static final Pattern LINE = Pattern.compile("\"?([^\"]+)\"?: *([0-9a-f]{64})");

    private MediaList() {}

    /// Brings it up to date with the large files that are here, in a folder that has this file.
    ///
    /// @param files of the folder
    public static void update(Map<String, Path> files, DiskFolder.Hashing hashes) throws IOException {
        var list = files.get(OutsideFiles.PATH);
        if (list == null) return;
        var all = new TreeMap<String, String>();
        for (var text : Files.readAllLines(list)) {
            var line = LINE.matcher(text.strip());
            if (line.matches()) all.put(line.group(1), line.group(2));
        }
        for (var file : files.entrySet())
            if (Files.size(file.getValue()) >= LARGE)
                all.put(file.getKey(), hashes.of(file.getValue()).hex());
        var text = new StringBuilder(HEAD);
        all.forEach((path, hash) -> text.append('"').append(path).append("\": ").append(hash).append('\n'));
        if (!Files.readString(list).contentEquals(text)) Files.writeString(list, text);
    }
}
