package org.coursewright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A piece of SQL in the program's source, for tests that read it.
///
/// @param module package below `org.coursewright` that it stands in
/// @param place file and line
record Statement(String module, String place, String sql) {

    private static final Path ROOT = Path.of("src/main/java/org/coursewright");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"\\n([\\s\\S]*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SQL = Pattern.compile(
            "^\\s*(with\\s+\\w+ as|select\\s|exists \\(|from \\w+\\n|insert into\\s|update\\s+\\w+\\s+set|delete from\\s|truncate\\s|notify\\s)[\\s\\S]*");
    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:insert into|delete from|truncate(?: table)?|merge into|(?<!do )(?<!for )update)\\s+([a-z_]+)");
    private static final Pattern READ = Pattern.compile("\\b(?:from|join|using)\\s+([a-z_]+)");

    /// All of the program.
    static List<Statement> all() throws IOException {
        var all = new ArrayList<Statement>();
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
                var path = ROOT.relativize(file);
                if (path.getNameCount() > 1)
                    all.addAll(in(path.getName(0).toString(), path.toString(),
                            Files.readString(file)));
            }
        }
        return all;
    }

    static List<Statement> in(String module, String file, String java) {
        var found = new ArrayList<Statement>();
        var literals = LITERAL.matcher(java);
        while (literals.find()) {
            var text = literals.group(1) == null ? literals.group(2) : literals.group(1);
            if (!SQL.matcher(text).matches()) continue;
            long line = java.substring(0, literals.start()).lines().count();
            found.add(new Statement(module, file + ":" + line, text));
        }
        return found;
    }

    /// Names of what it writes to.
    Set<String> written() {
        return names(WRITTEN);
    }

    /// Names of what it reads from, with what it writes to.
    Set<String> touched() {
        var all = names(READ);
        all.addAll(written());
        return all;
    }

    private Set<String> names(Pattern pattern) {
        var names = new TreeSet<String>();
        pattern.matcher(sql).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
