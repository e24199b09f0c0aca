package org.coursewright.video;

import java.util.Collection;
import java.util.regex.Pattern;
import org.coursewright.platform.Slug;

/// What the files of a new lesson are called, so that it comes last: with the next number where the others have one.
final class LessonName {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})([-_. ]+).*");

    private LessonName() {}

    /// @param folder of the lessons
    /// @param files of the source, by path
    /// @return without a folder and an ending; no file is called so yet
    static String next(String folder, Collection<String> files, String title) {
        var start = folder.isEmpty() ? "" : folder + "/";
        var highest = 0L;
        var width = 0;
        var hyphen = "-";
        for (var file : files) {
            if (!file.startsWith(start)) continue;
            var numbered = NUMBERED.matcher(file.substring(start.length()));
            if (!numbered.matches() || Long.parseLong(numbered.group(1)) < highest) continue;
            highest = Long.parseLong(numbered.group(1));
            width = numbered.group(1).length();
            hyphen = numbered.group(2);
        }
        var number = width == 0 ? "" : String.format("%0" + width + "d", highest + 1) + hyphen;
        var plain = number + Slug.of(title);
        var name = plain;
        for (var more = 2; taken(start + name, files); more++)
            name = plain + "-" + more;
        return name;
    }

    private static boolean taken(String path, Collection<String> files) {
        return files.stream().anyMatch(file -> file.equals(path) || file.startsWith(path + ".")
                || file.startsWith(path + "/"));
    }
}
