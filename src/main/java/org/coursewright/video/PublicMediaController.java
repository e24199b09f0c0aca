package org.coursewright.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPreview;
import org.coursewright.school.OnSchool;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Video for everybody: free lessons and trailers.
@Controller
@OnSchool
@OnPreview
class PublicMediaController {

    private final List<PublicVideos> doors;
    private final PreviewVideos previews;
    private final Media media;

    /// Spares the question for each segment; a video that is no longer free stops within a minute, its manifests at once.
    private final Cache<Known, Boolean> known = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    private record Known(Place place, Hash video) {}

    PublicMediaController(List<PublicVideos> doors, PreviewVideos previews, Media media) {
        this.doors = doors;
        this.previews = previews;
        this.media = media;
    }

    @GetMapping("/media/public/{video}/{file}")
    Object show(School school, Place place, @PathVariable Hash video, @PathVariable String file,
            @RequestParam(defaultValue = "") String captions)
            throws IOException {
        var wanted = MediaFile.of(file).orElseThrow(NotFound::new);
        var key = new Known(place, video);
        var open = wanted.manifest() ? null : known.getIfPresent(key);
        if (open == null) {
            open = isOpen(school, place, video);
            known.put(key, open);
        }
        if (!open && wanted instanceof MediaFile.Access) return MediaController.FORBIDDEN;
        if (!open) throw new NotFound();
        return media.send(school, video, wanted, captions, place instanceof Place.AtPreview ? "private" : "public");
    }

    /// On the host of a preview its link is the ticket, for all that it shows.
    private boolean isOpen(School school, Place place, Hash video) {
        return place instanceof Place.AtPreview(var _, var code)
                ? previews.shows(school, code, video)
                : doors.stream().anyMatch(door -> door.isPublic(school, video));
    }
}
