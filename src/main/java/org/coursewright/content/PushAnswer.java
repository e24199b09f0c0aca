package org.coursewright.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/// What becomes of a push. The same records travel over the wire.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
        @JsonSubTypes.Type(value = PushAnswer.Wanted.class, name = "wanted"),
        @JsonSubTypes.Type(value = PushAnswer.Committed.class, name = "committed"),
        @JsonSubTypes.Type(value = PushAnswer.Stale.class, name = "stale"),
        @JsonSubTypes.Type(value = PushAnswer.Removing.class, name = "removing"),
        @JsonSubTypes.Type(value = PushAnswer.Faulty.class, name = "faulty"),
        @JsonSubTypes.Type(value = PushAnswer.Refused.class, name = "refused")})
public sealed interface PushAnswer {

    /// These files are not on the server yet: send them, then commit.
    ///
    /// @param missing hashes, empty = commit now
    record Wanted(List<String> missing) implements PushAnswer {}

    /// It is a revision now.
    ///
    /// @param unchanged the files were those of the newest revision, so there is no new one
    /// @param idsLock new text of `ids.lock`, to be kept with the files
    /// @param warnings nothing that stops the push
    record Committed(
            long revisionId,
            int number,
            boolean unchanged,
            String preview,
            RevisionSummary summary,
            String idsLock,
            List<Finding> warnings) implements PushAnswer {}

    /// Somebody else was faster: pull first.
    ///
    /// @param head number of the newest revision
    /// @param files changed since the base, by whom
    record Stale(int head, List<NewerFile> files) implements PushAnswer {}

    /// A file that changed on the server.
    ///
    /// @param path relative to the root of the source
    /// @param number the revision that changed it last
    record NewerFile(String path, String author, int number, Instant at) {}

    /// It would remove content; the sender has to say that this is meant.
    record Removing(List<RevisionSummary.Change> removed) implements PushAnswer {}

    /// The files have errors; nothing was changed.
    record Faulty(List<Finding> findings) implements PushAnswer {}

    /// It cannot be, for a reason that people understand.
    record Refused(String reason) implements PushAnswer {}
}
