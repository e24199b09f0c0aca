package org.coursewright.video.cloudflare;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.StoredObject;
import org.coursewright.video.Attempts;
import org.coursewright.video.Making;
import org.coursewright.video.Manifest;
import org.coursewright.video.NotMade;
import org.coursewright.video.Remark;
import org.coursewright.video.SourcePoster;
import org.coursewright.video.VideoProvider;

/// Sends videos to Cloudflare Stream, which encodes them and brings them to viewers. What becomes of them there is the
/// matter of [Following].
final class CloudflareStream implements VideoProvider {

    static final String NAME = "cloudflare";

    /// The author sees one bar: sending is its first half.
    static final double SENT = 0.5;

    private final CloudflareAccount account;
    private final StreamApi api;
    private final Copies copies;
    private final Attempts attempts;
    private final SourcePoster poster;
    private final Blobs blobs;

    CloudflareStream(CloudflareAccount account, StreamApi api, Copies copies, Attempts attempts, SourcePoster poster,
            Blobs blobs) {
        this.account = account;
        this.api = api;
        this.copies = copies;
        this.attempts = attempts;
        this.poster = poster;
        this.blobs = blobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void make(Making making) throws NotMade, IOException, InterruptedException {
        if (!tell(making, 0)) return;
        poster.take(making);
        var attempt = making.attempt();
        var file = blobs.open(attempt.school(), attempt.video())
                .orElseThrow(() -> new NotMade(Remark.of("video.failed.source-gone"), ""));
        var copy = kept(making);
        if (copy.isEmpty())
            copy = Optional.of(copies.add(attempt, api.begin(file.size(),
                    attempt.school().slug() + " " + attempt.video().hex())));
        if (!copy.get().sent() && !send(making, file, copy.get())) return;
        copies.take(copy.get(), attempt);
    }

    /// Signed anew for each who asks.
    @Override
    public Optional<URI> manifest(School school, Hash video, Manifest manifest, Instant until) {
        var file = switch (manifest) {
            case HLS -> "video.m3u8";
            case DASH -> "video.mpd";
        };
        return copies.find(school, video).filter(Copy::sent).map(copy -> URI.create(
                account.origin() + "/" + account.key().token(copy.uid(), until) + "/manifest/" + file));
    }

    @Override
    public Optional<String> origin() {
        return Optional.of(account.origin());
    }

    /// What an earlier attempt left there, if it can still become a video.
    private Optional<Copy> kept(Making making) throws NotMade, IOException, InterruptedException {
        var copy = copies.find(making.attempt().school(), making.attempt().video());
        if (copy.isEmpty()) return copy;
        var there = api.find(copy.get().uid());
        var useful = there.isPresent() && there.get().state() != StreamVideo.State.FAILED
                && (copy.get().sent() || api.offset(copy.get().address()).isPresent());
        if (useful) return copy;
        api.delete(copy.get().uid());
        copies.remove(copy.get());
        return Optional.empty();
    }

    /// @return false where the attempt was overtaken
    private boolean send(Making making, StoredObject file, Copy copy)
            throws NotMade, IOException, InterruptedException {
        var size = file.size();
        var offset = api.offset(copy.address()).orElseThrow(() -> new IOException("Cloudflare Stream lost the upload"));
        while (offset < size) {
            if (!tell(making, SENT * offset / size)) return false;
            offset = api.append(copy.address(), offset, file, Math.min(account.chunk(), size - offset));
        }
        copies.sent(copy);
        return true;
    }

    private boolean tell(Making making, double share) {
        return attempts.progress(making.attempt(), share, Remark.of("video.cloudflare.sending"));
    }
}
