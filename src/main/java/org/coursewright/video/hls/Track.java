package org.coursewright.video.hls;

import java.util.List;

/// One rendition as players fetch it: an opening (up to the end of `moov`), then segments without a gap.
/// Times are in ticks, `timescale` of them a second. `frames` is 0 for sound.
public record Track(String codec, int width, int height, int timescale, long frames, int opening,
        List<Segment> segments) {

    /// @param key how many of its first bytes show its first frame; 0 for sound, or where it is not known
    public record Segment(int bytes, long ticks, int key) {

        public Segment(int bytes, long ticks) {
            this(bytes, ticks, 0);
        }
    }

    public Track {
        if (segments.isEmpty()) throw new IllegalArgumentException("a track has at least one segment");
        segments = List.copyOf(segments);
    }

    Track with(List<Segment> segments) {
        return new Track(codec, width, height, timescale, frames, opening, segments);
    }

    public double seconds() {
        return seconds(segments.stream().mapToLong(Segment::ticks).sum());
    }

    public double seconds(long ticks) {
        return (double) ticks / timescale;
    }

    public double framesPerSecond() {
        return frames / seconds();
    }

    public boolean picture() {
        return frames > 0;
    }

    /// Bits a second over the whole track, rounded up.
    public long averageBandwidth() {
        return bandwidth(segments.stream().mapToLong(Segment::bytes).sum(),
                segments.stream().mapToLong(Segment::ticks).sum());
    }

    /// Bits a second of the most demanding stretch. RFC 8216 counts stretches of at least half a target duration, so a
    /// short rest is measured together with the segment before it.
    public long peakBandwidth() {
        var half = target() * (long) timescale / 2;
        var peak = 0L;
        for (var at = 0; at < segments.size(); at++) {
            var bytes = (long) segments.get(at).bytes();
            var ticks = segments.get(at).ticks();
            for (var before = at - 1; before >= 0 && ticks < half; before--) {
                bytes += segments.get(before).bytes();
                ticks += segments.get(before).ticks();
            }
            peak = Math.max(peak, bandwidth(bytes, ticks));
        }
        return peak;
    }

    /// Whether single frames can be shown without the rest of their segments.
    public boolean keyed() {
        return segments.stream().allMatch(segment -> segment.key() > 0);
    }

    /// Bits a second of the most demanding key frame, spread over its segment.
    long peakKeyBandwidth() {
        return segments.stream().mapToLong(segment -> bandwidth(segment.key(), segment.ticks())).max().orElse(0);
    }

    /// Whether the segments of both begin at the same moments, give or take 20 milliseconds.
    public boolean alignedWith(Track other) {
        if (segments.size() != other.segments.size()) return false;
        var here = 0L;
        var there = 0L;
        for (var at = 0; at < segments.size(); at++) {
            if (Math.abs(seconds(here) - other.seconds(there)) > 0.02) return false;
            here += segments.get(at).ticks();
            there += other.segments.get(at).ticks();
        }
        return true;
    }

    /// The whole seconds that no segment exceeds when rounded, as `EXT-X-TARGETDURATION` wants it.
    int target() {
        return (int) Math.max(1,
                segments.stream().mapToLong(segment -> Math.round(seconds(segment.ticks()))).max().orElse(1));
    }

    private long bandwidth(long bytes, long ticks) {
        return ticks == 0 ? 0 : Math.ceilDiv(bytes * 8 * timescale, ticks);
    }
}
