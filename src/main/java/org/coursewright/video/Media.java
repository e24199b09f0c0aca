package org.coursewright.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.School;
import org.coursewright.storage.ObjectResponse;
import org.coursewright.storage.Storage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The bytes of one video, once it is decided that they may be seen.
@Component
class Media {

    private static final MediaType PLAYLIST = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final MediaType DASH = MediaType.parseMediaType("application/dash+xml");
    private static final MediaType VTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Storage storage;
    private final Manifests manifests;
    private final Captions captions;
    private final Videos videos;
    private final VideoKeys keys;
    private final VideoProviders providers;
    private final PlaybackTokens tokens;

    Media(Storage storage, Manifests manifests, Captions captions, Videos videos, VideoKeys keys,
            VideoProviders providers, PlaybackTokens tokens) {
        this.storage = storage;
        this.manifests = manifests;
        this.captions = captions;
        this.videos = videos;
        this.keys = keys;
        this.providers = providers;
        this.tokens = tokens;
    }

    /// `sharing` says whether caches between us and the viewer may keep what does not change.
    Object send(School school, Hash video, MediaFile file, String tracks, String sharing) throws IOException {
        return switch (file) {
            case MediaFile.Master _ -> manifests.master(school, video, tracks).<Object>map(Media::playlist)
                    .orElseGet(() -> elsewhere(school, video, Manifest.HLS));
            case MediaFile.Dash _ -> manifests.dash(school, video, tracks)
                    .<Object>map(text -> fresh(text, DASH))
                    .orElseGet(() -> elsewhere(school, video, Manifest.DASH));
            case MediaFile.Access _ -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
            case MediaFile.Playlist(var name) ->
                manifests.media(school, video, name).map(Media::playlist).orElseThrow(NotFound::new);
            case MediaFile.Key _ -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(CacheControl.noStore()).body(keys.find(school, video).orElseThrow(NotFound::new));
            case MediaFile.Thumbnails _ -> fresh(
                    videos.thumbnails(school, video).orElseThrow(NotFound::new).vtt(), VTT);
            case MediaFile.Sheet(var name) ->
                stored(school, video, name, "image/jpeg", sharing + ", max-age=31536000, immutable");
            case MediaFile.Waveform _ ->
                stored(school, video, Packaging.WAVEFORM, "application/json", sharing + ", max-age=300");
            case MediaFile.Segments(var name) ->
                stored(school, video, name, "video/mp4", sharing + ", max-age=31536000, immutable");
            case MediaFile.Poster(var name, var type) -> stored(school, video, name, type, sharing + ", max-age=300");
            case MediaFile.Text(var name) -> text(school, video, name, sharing);
        };
    }

    /// What another provider made lies there; who may watch was asked here.
    private ResponseEntity<String> elsewhere(School school, Hash video, Manifest manifest) {
        return providers.manifest(school, video, manifest, tokens.end())
                .map(address -> ResponseEntity.status(HttpStatus.FOUND).location(address)
                        .cacheControl(CacheControl.noStore()).<String>build())
                .orElseGet(() -> notYet(school, video));
    }

    /// A video that is still being encoded will be there soon; players try again.
    private ResponseEntity<String> notYet(School school, Hash video) {
        if (videos.find(school, video).filter(found -> !found.state().ended()).isEmpty()) throw new NotFound();
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "" + TRY_AGAIN.toSeconds())
                .cacheControl(CacheControl.noStore()).build();
    }

    private ObjectResponse stored(School school, Hash video, String name, String type, String cacheControl)
            throws IOException {
        var object = storage.find(Attempt.folder(school, video) + "/" + name).orElseThrow(NotFound::new);
        return new ObjectResponse(object, type, name + "-" + object.size(), cacheControl);
    }

    private ResponseEntity<String> text(School school, Hash video, CaptionTrack.Name name, String sharing) {
        var cues = captions.cues(school, video, name);
        if (cues.isEmpty()) throw new NotFound();
        return ResponseEntity.ok().contentType(VTT)
                .header(HttpHeaders.CACHE_CONTROL, sharing + ", max-age=31536000, immutable")
                .body(CaptionText.vtt(cues));
    }

    private static ResponseEntity<String> playlist(String text) {
        return fresh(text, PLAYLIST);
    }

    private static ResponseEntity<String> fresh(String text, MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore()).body(text);
    }
}
