package org.coursewright.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.coursewright.command.Target.Place;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.RevisionSummary;

/// What became of a push, for people.
final class PushReport {

    private static final int MOST_LINES = 40;

    private PushReport() {}

    static void print(PrintWriter out, PushAnswer answer, Path folder, Place place) {
        switch (answer) {
            case PushAnswer.Committed committed -> committed(out, committed, place);
            case PushAnswer.Faulty faulty -> {
                Reports.print(out, faulty.findings(), false);
                out.println(Reports.count(faulty.findings()) + ". Nothing was pushed.");
            }
            case PushAnswer.Stale stale -> {
                out.println("Revision " + stale.head() + " of " + place.school() + " is newer than this folder:");
                stale.files().stream().limit(MOST_LINES).forEach(file -> out.println(
                        "  " + file.path() + "  (" + file.author() + ", revision " + file.number() + ")"));
                out.println("Bring it here first: coursewright pull " + folder);
            }
            case PushAnswer.Removing removing -> {
                out.println("This push " + removals(removing.removed()) + ":");
                lines(out, "removes", removing.removed());
                out.println("If that is meant, add --allow-removals. Nothing was pushed.");
            }
            case PushAnswer.Refused refused -> out.println(refused.reason());
            case PushAnswer.Wanted wanted ->
                out.println("The server still lacks " + wanted.missing().size() + " files.");
        }
    }

    /// "removes 3 lessons (progress of 214 students), 2 offers".
    static String removals(List<RevisionSummary.Change> removed) {
        var counts = new TreeMap<String, Integer>();
        var students = new TreeMap<String, Integer>();
        for (var change : removed) {
            counts.merge(change.kind(), 1, Integer::sum);
            students.merge(change.kind(), change.students(), Math::max);
        }
        var parts = new ArrayList<String>();
        counts.forEach((kind, count) -> {
            int missing = students.getOrDefault(kind, 0);
            parts.add(Reports.plural(count, kind)
                    + (missing == 0 ? "" : " (progress of " + Reports.plural(missing, "student") + ")"));
        });
        return "removes " + String.join(", ", parts);
    }

    private static void committed(PrintWriter out, PushAnswer.Committed committed, Place place) {
        Reports.print(out, committed.warnings(), false);
        var summary = committed.summary();
        if (committed.unchanged())
            out.println("Nothing changed since revision " + committed.number() + " of " + place.school() + ".");
        else {
            out.println("Revision " + committed.number() + " of " + place.school() + ": " + counts(summary) + ".");
            lines(out, "added", summary.added());
            lines(out, "changed", summary.changed());
            summary.moved().stream().limit(MOST_LINES).forEach(change -> out.println(
                    "  moved    " + change.from() + " -> " + change.path()));
            lines(out, "removed", summary.removed());
        }
        out.println("Preview: " + committed.preview());
    }

    private static String counts(RevisionSummary summary) {
        var counts = new ArrayList<String>();
        if (!summary.added().isEmpty()) counts.add(summary.added().size() + " added");
        if (!summary.changed().isEmpty()) counts.add(summary.changed().size() + " changed");
        if (!summary.moved().isEmpty()) counts.add(summary.moved().size() + " moved");
        if (!summary.removed().isEmpty()) counts.add(summary.removed().size() + " removed");
        return counts.isEmpty() ? "files only" : String.join(", ", counts);
    }

    private static void lines(PrintWriter out, String what, List<RevisionSummary.Change> changes) {
        changes.stream().limit(MOST_LINES).forEach(change -> out.println(
                "  %-8s %-8s %s  %s".formatted(what, change.kind(), change.path(), change.title())));
        if (changes.size() > MOST_LINES) out.println("  … and " + (changes.size() - MOST_LINES) + " more");
    }
}
