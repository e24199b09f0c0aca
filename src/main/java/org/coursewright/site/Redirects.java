package org.coursewright.site;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coursewright.content.YamlFile;
import org.coursewright.content.YamlValue;

/// The lines of `redirects.yaml`.
///
/// @param paths old path to new path, or to an address elsewhere
record Redirects(Map<String, String> paths) {

    static final String PATH = "redirects.yaml";
    private static final Pattern TO = Pattern.compile("/|/[^/\\\\].*|https://.+");

    static Redirects read(YamlFile file) {
        var paths = new TreeMap<String, String>();
        file.keys().values().forEach((from, value) -> {
            var to = value instanceof YamlValue.Text text ? text.text().strip() : "";
            if (!from.startsWith("/") || from.startsWith("//") || !TO.matcher(to).matches())
                file.error(file.line(from), "A redirect is '/old/path: /new/path', or leads to https://…");
            else if (from.equals(to)) file.error(file.line(from), "'" + from + "' leads to itself. Remove this line.");
            else
                paths.put(from, to);
        });
        paths.forEach((from, to) -> {
            if (paths.containsKey(to) && leadsBack(paths, from))
                file.error(file.line(from), "'" + from + "' leads in a circle. Correct one of its steps.");
        });
        return new Redirects(paths);
    }

    private static boolean leadsBack(Map<String, String> paths, String start) {
        var at = paths.get(start);
        for (int steps = 0; at != null && steps <= paths.size(); steps++) {
            if (at.equals(start)) return true;
            at = paths.get(at);
        }
        return false;
    }
}
