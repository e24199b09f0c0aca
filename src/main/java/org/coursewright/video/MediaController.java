package org.coursewright.video;

import java.io.IOException;
import java.util.List;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPreview;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Video for those who hold a token. A manifest asks whether the access still stands; what a manifest named is served
/// to the end of the token, and where a school counts seats as long as the browser has one.
@Controller
@OnSchool
@OnPreview
class MediaController {

    static final ResponseEntity<String> FORBIDDEN = ResponseEntity.status(HttpStatus.FORBIDDEN)
            .cacheControl(CacheControl.noStore()).build();

    private final PlaybackTokens tokens;
    private final List<PlaybackAccess> doors;
    private final Seats seats;
    private final Media media;

    MediaController(PlaybackTokens tokens, List<PlaybackAccess> doors, Seats seats, Media media) {
        this.tokens = tokens;
        this.doors = doors;
        this.seats = seats;
        this.media = media;
    }

    @GetMapping("/media/{token}/{video}/{file}")
    Object show(School school, @PathVariable String token, @PathVariable Hash video, @PathVariable String file,
            @RequestParam(defaultValue = "") String captions,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent) throws IOException {
        var wanted = MediaFile.of(file).orElseThrow(NotFound::new);
        var viewer = tokens.check(school, token, video);
        if (viewer.isEmpty()) return FORBIDDEN;
        if (wanted.manifest() && doors.stream().noneMatch(door -> door.mayWatch(school, viewer.get(), video)))
            return FORBIDDEN;
        if (wanted.plays() && !seats.admits(school, viewer.get(), agent)) return FORBIDDEN;
        return media.send(school, video, wanted, captions, "private");
    }
}
