package org.coursewright.video;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Secrets;
import org.coursewright.platform.Signature;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Signs who may watch which video, and until when. The token stands in the path, so playlists can be relative; a token
/// is good for one viewer, one video of one school, and at most four hours. It stays the same for an eighth of its life,
/// so that a browser finds what it loaded for the page before.
@Component
public class PlaybackTokens {

    private final Secrets secrets;
    private final Clock clock;
    private final Duration life;

    PlaybackTokens(Secrets secrets, Clock clock, VideoSettings settings) {
        this.secrets = secrets;
        this.clock = clock;
        this.life = settings.tokenLife();
    }

    /// The addresses for somebody who may watch the video now; the caller has checked that.
    public Playback issue(School school, Viewer viewer, Hash video, List<CaptionTrack> captions) {
        return Playback.under(
                "/media/" + token(school, viewer, video, end()) + "/" + video.hex() + "/",
                captions);
    }

    /// The addresses of a video that everybody may watch. They never change, so they may stand in stored pages.
    public static Playback open(Hash video, List<CaptionTrack> captions) {
        return Playback.under("/media/public/" + video.hex() + "/", captions);
    }

    /// When what is issued now is over.
    Instant end() {
        var step = Math.max(1, life.toSeconds() / 8);
        return Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond() / step * step);
    }

    String token(School school, Viewer viewer, Hash video, Instant until) {
        var expires = until.getEpochSecond();
        return viewer.text() + "." + expires + "." + signature().of(signed(school, viewer, video, expires));
    }

    /// Whom the token lets watch this video of this school, if it does so now.
    Optional<Viewer> check(School school, String token, Hash video) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) return Optional.empty();
        var expires = Long.parseLong(parts[1]);
        if (expires <= clock.instant().getEpochSecond()) return Optional.empty();
        return Viewer.of(parts[0]).filter(viewer -> signature().fits(signed(school, viewer, video, expires), parts[2]));
    }

    private Signature signature() {
        return secrets.signature("playback");
    }

    private static String signed(School school, Viewer viewer, Hash video, long expires) {
        return school.id() + "|" + viewer.text() + "|" + video.hex() + "|" + expires;
    }
}
