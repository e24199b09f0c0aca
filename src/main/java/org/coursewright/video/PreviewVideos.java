package org.coursewright.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.coursewright.content.Preview;
import org.coursewright.content.Previews;
import org.coursewright.content.Versions;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Whoever holds the link of a preview may watch the videos that it shows, while the link is good.
@Component
class PreviewVideos implements PlaybackAccess {

    private final Previews previews;
    private final Versions versions;

    /// What a preview shows changes only when another source is published.
    private final Cache<String, Set<Hash>> shown = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    PreviewVideos(Previews previews, Versions versions) {
        this.previews = previews;
        this.versions = versions;
    }

    @Override
    public boolean mayWatch(School school, Viewer viewer, Hash video) {
        return viewer instanceof Viewer.OfPreview(var code) && shows(school, code, video);
    }

    boolean shows(School school, String code, Hash video) {
        return previews.find(school, code)
                .map(preview -> shown.get(school.id() + "/" + code, _ -> videos(school, preview)))
                .filter(videos -> videos.contains(video))
                .isPresent();
    }

    private Set<Hash> videos(School school, Preview preview) {
        return versions.preview(school, preview.revisionId()).versions().stream()
                .flatMap(version -> VideoFiles.of(version).stream())
                .map(VideoFiles::video)
                .collect(Collectors.toSet());
    }
}
