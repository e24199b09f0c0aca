package org.coursewright.content;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;

/// Names of files that every system can keep apart.
final class Paths {

    private static final int LONGEST = 300;

    private Paths() {}

    static void check(FolderReading folder) {
        var seen = new HashMap<String, String>();
        for (var file : folder.tree().files()) {
            var path = file.path();
            if (!isSafe(path)) {
                folder.error(path, 0, "This name has characters that cannot be kept. Rename the file.");
                continue;
            }
            var other = seen.putIfAbsent(folded(path), path);
            if (other != null)
                folder.error(path, 0, "Some systems cannot tell this name from " + other + ". Rename one of them.");
        }
    }

    /// As the least careful file system keeps it: no case, one way to write an accent.
    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// Relative, inside of the folder, without control or direction characters.
    static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > LONGEST || path.startsWith("/") || path.contains("\\")) return false;
        if (Characters.firstForbidden(path) >= 0 || path.indexOf('\n') >= 0 || path.indexOf('\t') >= 0) return false;
        for (var part : path.split("/", -1))
            if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
        return true;
    }
}
