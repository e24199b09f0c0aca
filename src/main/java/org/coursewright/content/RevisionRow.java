package org.coursewright.content;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A revision in the studio's list.
///
/// @param preview the link that is good now, where there is one
/// @param previewUrl its address, or empty
public record RevisionRow(Revision revision, @Nullable Preview preview, String previewUrl) {

    static List<RevisionRow> of(
            List<Revision> revisions, List<Preview> previews, Function<Preview, String> address) {
        Map<Long, Preview> byRevision = previews.stream()
                .collect(Collectors.toMap(Preview::revisionId, Function.identity(), (newest, _) -> newest));
        return revisions.stream()
                .map(revision -> {
                    var preview = byRevision.get(revision.id());
                    return new RevisionRow(revision, preview, preview == null ? "" : address.apply(preview));
                })
                .toList();
    }
}
