package org.coursewright.video.cloudflare;

import java.io.IOException;
import org.coursewright.school.Schools;
import org.coursewright.video.Attempt;
import org.coursewright.video.Attempts;
import org.coursewright.video.NotMade;
import org.coursewright.video.Remark;
import org.coursewright.video.ShownVideos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks what has become of videos at Cloudflare, and removes those that nobody wants. Each step may be repeated.
final class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);

    /// At most 4 a second on average are allowed for the whole account (1,200 in five minutes).
    private static final int MOST = 20;

    private final StreamApi api;
    private final Copies copies;
    private final Attempts attempts;
    private final Schools schools;
    private final ShownVideos shown;

    Following(StreamApi api, Copies copies, Attempts attempts, Schools schools, ShownVideos shown) {
        this.api = api;
        this.copies = copies;
        this.attempts = attempts;
        this.schools = schools;
        this.shown = shown;
    }

    /// A round ends where Cloudflare does not answer; there will be another one.
    void round() throws InterruptedException {
        try {
            for (var copy : copies.nextUnderWay(MOST))
                look(copy);
            for (var copy : copies.unwanted(MOST)) {
                api.delete(copy.uid());
                copies.remove(copy);
            }
        } catch (IOException failed) {
            log.warn("Cloudflare Stream cannot be asked now: {}", failed.getMessage());
        } catch (NotMade refused) {
            log.warn("Cloudflare Stream does not answer us: {}", refused.log());
        }
    }

    /// What a school has not shown for a month costs it no more; the author's file is kept here.
    void putAway() {
        for (var id : copies.schools()) {
            var school = schools.get(id);
            for (var copy : copies.notShown(school, shown.of(school)))
                attempts.putAway(attempt(copy), Remark.of("video.cloudflare.put-away"));
        }
    }

    void look(Copy copy) throws NotMade, IOException, InterruptedException {
        var attempt = attempt(copy);
        var there = api.find(copy.uid());
        if (there.isEmpty()) {
            copies.remove(copy);
            attempts.failed(attempt, Remark.of("video.cloudflare.gone"), "");
            return;
        }
        tell(attempt, there.get());
        if (copy.overdue() && there.get().state() != StreamVideo.State.READY)
            attempts.failed(attempt, Remark.of("video.cloudflare.silent"), "");
    }

    private Attempt attempt(Copy copy) {
        return new Attempt(schools.get(copy.school()), copy.video(), copy.run(), CloudflareStream.NAME);
    }

    private void tell(Attempt attempt, StreamVideo video) {
        switch (video.state()) {
            case READY -> attempts.plays(attempt, video.length(), true);
            case FAILED -> attempts.failed(attempt, video.remark(), video.reason() + " " + video.words());
            case PENDING, WORKING -> {
                attempts.progress(attempt, CloudflareStream.SENT + video.share() * (1 - CloudflareStream.SENT),
                        Remark.of("video.cloudflare.encoding"));
                if (video.plays()) attempts.plays(attempt, video.length(), false);
            }
        }
    }
}
