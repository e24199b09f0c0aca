package org.coursewright.video;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.content.Revision;
import org.coursewright.content.Revisions;
import org.coursewright.content.Versions;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Which videos a school shows: in what is live, and in the newest revision of each of its folders.
@Component
public class ShownVideos {

    private final Revisions revisions;
    private final Versions versions;

    ShownVideos(Revisions revisions, Versions versions) {
        this.revisions = revisions;
        this.versions = versions;
    }

    public Set<Hash> of(School school) {
        return Stream.concat(revisions.live(school).stream(), revisions.heads(school).stream())
                .map(Revision::id).distinct()
                .flatMap(revision -> versions.of(school, revision).versions().stream())
                .flatMap(version -> VideoFiles.of(version).stream())
                .map(VideoFiles::video)
                .collect(Collectors.toSet());
    }
}
