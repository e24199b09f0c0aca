package org.coursewright.command;

import java.io.PrintWriter;
import java.util.List;
import org.coursewright.content.Finding;
import tools.jackson.databind.json.JsonMapper;

/// Prints findings for people or for tools.
final class Reports {

    private Reports() {}

    static void print(PrintWriter out, List<Finding> findings, boolean json) {
        if (json) out.println(JsonMapper.shared().writeValueAsString(findings));
        else
            findings.forEach(out::println);
    }

    /// "2 errors, 1 warning".
    static String count(List<Finding> findings) {
        long errors = findings.stream().filter(Finding::isError).count();
        long warnings = findings.size() - errors;
        return plural(errors, "error") + ", " + plural(warnings, "warning");
    }

    static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
