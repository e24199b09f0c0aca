package org.coursewright.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// What a revision changes against the one before it.
public record RevisionSummary(List<Change> added, List<Change> changed, List<Change> removed, List<Change> moved) {

    public static final RevisionSummary NOTHING = new RevisionSummary(List.of(), List.of(), List.of(), List.of());

    /// One piece of content that changed.
    ///
    /// @param from where it was before, when it moved; else empty
    /// @param students how many have progress in it, when it is removed
    public record Change(String kind, String path, String title, String from, int students) {}

    @JsonIgnore
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && moved.isEmpty();
    }
}
