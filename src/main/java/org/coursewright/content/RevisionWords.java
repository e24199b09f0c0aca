package org.coursewright.content;

import java.util.ArrayList;
import java.util.List;
import org.coursewright.platform.Messages;

/// A revision in words, for the studio.
public record RevisionWords(Messages messages) {

    private static final int MOST_CHANGES = 50;

    /// One line of what changed.
    public record Line(String what, String path, String title) {}

    public String source(Revision revision) {
        return revision.sourcePath().isEmpty() ? messages.get("content.source.whole") : revision.sourcePath();
    }

    /// "2 added, 1 changed".
    public String summary(RevisionSummary summary) {
        var parts = new ArrayList<String>();
        count(parts, "content.added", summary.added());
        count(parts, "content.changed", summary.changed());
        count(parts, "content.moved", summary.moved());
        count(parts, "content.removed", summary.removed());
        return parts.isEmpty() ? messages.get("content.files-only") : String.join(", ", parts);
    }

    public List<Line> lines(RevisionSummary summary) {
        var lines = new ArrayList<Line>();
        summary.added().forEach(change -> lines.add(line("content.change.added", change)));
        summary.changed().forEach(change -> lines.add(line("content.change.changed", change)));
        summary.moved().forEach(change -> lines.add(line("content.change.moved", change)));
        summary.removed().forEach(change -> lines.add(line("content.change.removed", change)));
        if (lines.size() <= MOST_CHANGES) return lines;
        var cut = new ArrayList<>(lines.subList(0, MOST_CHANGES));
        cut.add(new Line("", messages.get("content.more", lines.size() - MOST_CHANGES), ""));
        return cut;
    }

    private void count(List<String> parts, String key, List<RevisionSummary.Change> changes) {
        if (!changes.isEmpty()) parts.add(messages.get(key, changes.size()));
    }

    private Line line(String key, RevisionSummary.Change change) {
        return new Line(messages.get(key), change.path(), change.title());
    }
}
