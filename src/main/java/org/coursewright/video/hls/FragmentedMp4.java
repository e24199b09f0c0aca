package org.coursewright.video.hls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A fragmented MP4 file of one track (ISO/IEC 14496-12), as ffmpeg writes it: an opening, then fragments that each begin
/// with a key frame. Times are in ticks, `timescale` of them a second.
public final class FragmentedMp4 {

    private static final int GRID_SECONDS = 4;
    private static final int SHORTEST_SECONDS = 2;

    /// Where segments may begin. `GRID`: on each line of 4 seconds, which all encodes of one source share, whatever key
    /// frames a scene cut adds. `KEY_FRAMES`: at the key frames of the source, which all renditions share, 2 seconds apart
    /// or more.
    public enum Cut {
        GRID, KEY_FRAMES
    }

    private final Track opening;
    private final double delay;
    private final List<Fragment> fragments;

    private FragmentedMp4(Track opening, double delay, List<Fragment> fragments) {
        this.opening = opening;
        this.delay = delay;
        this.fragments = fragments;
    }

    public static FragmentedMp4 of(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            var places = Box.places(file);
            var place = places.stream().filter(each -> each.name().equals("moov")).findFirst()
                    .orElseThrow(() -> new IOException(path + " has no moov"));
            var moov = Box.read(file, place);
            var fragments = Fragment.in(file, places);
            if (fragments.isEmpty()) throw new IOException(path + " has no fragments");
            if (fragments.getFirst().start() != place.end())
                throw new IOException("there is a gap before the first fragment of " + path);
            var track = opening(moov.get("trak"), place.end(), fragments);
            return new FragmentedMp4(track, delay(moov, track.timescale(), fragments.getFirst()), fragments);
        }
    }

    /// A file of which every encode has the same grid.
    public static Track read(Path path) throws IOException {
        return of(path).track(Cut.GRID);
    }

    /// Cuts it into segments.
    public Track track(Cut cut) throws IOException {
        return opening.with(segments(cut));
    }

    /// When its first frame is shown, in seconds; below zero where the beginning is cut off by an edit list.
    public double start() {
        return delay;
    }

    /// Seconds between the key frames that are farthest apart.
    public double longestGap() {
        var longest = 0L;
        for (var at = 1; at < fragments.size(); at++)
            longest = Math.max(longest, fragments.get(at).shown() - fragments.get(at - 1).shown());
        return opening.seconds(Math.max(longest, fragments.getLast().ticks()));
    }

    /// Whether each frame lasts about as long as the others, so that nothing stands still for want of frames.
    public boolean steady() {
        var mean = (double) fragments.stream().mapToLong(Fragment::ticks).sum()
                / fragments.stream().mapToLong(Fragment::samples).sum();
        return fragments.stream().allMatch(each -> each.longest() <= 2 * mean + 1);
    }

    private List<Track.Segment> segments(Cut cut) throws IOException {
        var grid = (long) GRID_SECONDS * opening.timescale();
        var zero = fragments.getFirst().shown();
        var slack = opening.picture() ? fragments.getFirst().ticks() / fragments.getFirst().samples() / 2 : 0;
        var segments = new ArrayList<Track.Segment>();
        var first = fragments.getFirst();
        var last = first;
        var line = cut == Cut.GRID ? grid : (long) SHORTEST_SECONDS * opening.timescale();
        for (var next : fragments.subList(1, fragments.size())) {
            if (next.start() != last.end())
                throw new IOException("there is a gap before the fragment at " + next.start());
            var time = next.shown() - zero;
            if (time + slack >= line) {
                segments.add(segment(first, last, next.shown()));
                first = next;
                line = cut == Cut.GRID
                        ? ((time + slack) / grid + 1) * grid
                        : time + (long) SHORTEST_SECONDS * opening.timescale();
            }
            last = next;
        }
        segments.add(segment(first, last, last.shown() + last.ticks()));
        return segments;
    }

    private Track.Segment segment(Fragment first, Fragment last, long end) {
        return new Track.Segment(Math.toIntExact(last.end() - first.start()), end - first.shown(),
                opening.picture() ? first.key() : 0);
    }

    private static Track opening(Box trak, long length, List<Fragment> fragments) {
        var entry = trak.get("mdia", "minf", "stbl", "stsd").children(8).getFirst();
        var header = trak.get("mdia", "mdhd").content();
        var timescale = header.getInt(header.get(0) == 1 ? 20 : 12);
        var picture = trak.find("mdia", "minf", "vmhd").isPresent();
        return new Track(codec(entry), picture ? entry.content().getShort(24) : 0,
                picture ? entry.content().getShort(26) : 0, timescale,
                picture ? fragments.stream().mapToLong(Fragment::samples).sum() : 0, Math.toIntExact(length),
                List.of(new Track.Segment(0, 0, 0)));
    }

    /// The edit list says how much of the beginning is left out, or how long nothing is shown.
    private static double delay(Box moov, int timescale, Fragment first) {
        var movie = moov.get("mvhd").content();
        var movieScale = movie.getInt(movie.get(0) == 1 ? 20 : 12);
        var shown = (double) first.shown() / timescale;
        var edits = moov.find("trak", "edts", "elst").map(Box::content);
        if (edits.isEmpty()) return shown;
        var wide = edits.get().get(0) == 1;
        var size = wide ? 20 : 12;
        for (var at = 0; at < edits.get().getInt(4); at++) {
            var entry = edits.get().slice(8 + at * size, size);
            var duration = wide ? entry.getLong(0) : Integer.toUnsignedLong(entry.getInt(0));
            var from = wide ? entry.getLong(8) : entry.getInt(4);
            if (from >= 0) return shown - (double) from / timescale;
            shown += (double) duration / movieScale;
        }
        return shown;
    }

    /// The name of the codec after RFC 6381, from the encoder's own description.
    private static String codec(Box entry) {
        return switch (entry.name()) {
            case "avc1" -> {
                var description = entry.children(78).stream().filter(box -> box.name().equals("avcC")).findFirst()
                        .orElseThrow().content();
                yield String.format("avc1.%02x%02x%02x", description.get(1), description.get(2), description.get(3));
            }
            case "mp4a" -> "mp4a.40.2";
            default -> throw new IllegalArgumentException("we do not encode to " + entry.name());
        };
    }

    static long time(ByteBuffer tfdt) {
        return tfdt.get(0) == 1 ? tfdt.getLong(4) : Integer.toUnsignedLong(tfdt.getInt(4));
    }
}
