package org.coursewright.video.hls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Reads a fragmented MP4 file of one track and cuts it into segments on the grid of 4 seconds. Scene cuts give the
/// encoder extra key frames, and those extra fragments; what lies between two lines of the grid is one segment.
public final class FragmentedMp4 {

    private static final int GRID_SECONDS = 4;

    private FragmentedMp4() {}

    /// A `moof` with its `mdat`, all times in ticks.
    private record Fragment(long start, long end, long time, long ticks, long samples) {}

    public static Track read(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            var places = Box.places(file);
            var moov = places.stream().filter(place -> place.name().equals("moov")).findFirst()
                    .orElseThrow(() -> new IOException(path + " has no moov"));
            var trak = Box.read(file, moov).get("trak");
            var fragments = fragments(file, places);
            if (fragments.isEmpty()) throw new IOException(path + " has no fragments");
            return track(trak, moov.end(), fragments);
        }
    }

    private static Track track(Box trak, long opening, List<Fragment> fragments) throws IOException {
        var entry = trak.get("mdia", "minf", "stbl", "stsd").children(8).getFirst();
        var header = trak.get("mdia", "mdhd").content();
        var timescale = header.getInt(header.get(0) == 1 ? 20 : 12);
        if (fragments.getFirst().start() != opening) throw new IOException("there is a gap before the first fragment");
        var picture = trak.find("mdia", "minf", "vmhd").isPresent();
        return new Track(codec(entry), picture ? entry.content().getShort(24) : 0,
                picture ? entry.content().getShort(26) : 0, timescale,
                picture ? fragments.stream().mapToLong(Fragment::samples).sum() : 0, Math.toIntExact(opening),
                cut(fragments, timescale));
    }

    private static List<Fragment> fragments(FileChannel file, List<Box.Place> places) throws IOException {
        var fragments = new ArrayList<Fragment>();
        for (var at = 0; at + 1 < places.size(); at++) {
            var moof = places.get(at);
            if (!moof.name().equals("moof")) continue;
            var traf = Box.read(file, moof).get("traf");
            var runs = traf.children().stream().filter(box -> box.name().equals("trun"))
                    .map(box -> run(box, traf.get("tfhd"))).toList();
            fragments.add(new Fragment(moof.start(), places.get(at + 1).end(), time(traf.get("tfdt").content()),
                    runs.stream().mapToLong(Fragment::ticks).sum(), runs.stream().mapToLong(Fragment::samples).sum()));
        }
        return fragments;
    }

    private static List<Track.Segment> cut(List<Fragment> fragments, int timescale) throws IOException {
        var grid = (long) GRID_SECONDS * timescale;
        var first = fragments.getFirst();
        var slack = first.samples() == 0 ? 0 : first.ticks() / first.samples() / 2;
        var segments = new ArrayList<Track.Segment>();
        var start = first;
        var last = first;
        var line = grid;
        for (var next : fragments.subList(1, fragments.size())) {
            if (next.start() != last.end())
                throw new IOException("there is a gap before the fragment at " + next.start());
            if (next.time() + slack >= line) {
                segments.add(
                        new Track.Segment(Math.toIntExact(last.end() - start.start()), next.time() - start.time()));
                start = next;
                line = ((next.time() + slack) / grid + 1) * grid;
            }
            last = next;
        }
        segments.add(new Track.Segment(Math.toIntExact(last.end() - start.start()),
                last.time() + last.ticks() - start.time()));
        return segments;
    }

    private static long time(ByteBuffer tfdt) {
        return tfdt.get(0) == 1 ? tfdt.getLong(4) : Integer.toUnsignedLong(tfdt.getInt(4));
    }

    /// Sums the durations of a run, which stand with each sample or once for all.
    private static Fragment run(Box trun, Box tfhd) {
        var content = trun.content();
        var flags = content.getInt(0) & 0xFFFFFF;
        var samples = content.getInt(4);
        if ((flags & 0x100) == 0) return new Fragment(0, 0, 0, samples * defaultDuration(tfhd.content()), samples);
        var fields = Integer.bitCount(flags & 0xF00);
        var at = 8 + 4 * Integer.bitCount(flags & 0x5);
        var ticks = IntStream.range(0, samples)
                .mapToLong(sample -> Integer.toUnsignedLong(content.getInt(at + sample * fields * 4))).sum();
        return new Fragment(0, 0, 0, ticks, samples);
    }

    private static long defaultDuration(ByteBuffer tfhd) {
        var flags = tfhd.getInt(0) & 0xFFFFFF;
        if ((flags & 0x8) == 0) return 0;
        return Integer.toUnsignedLong(tfhd.getInt(8 + ((flags & 0x1) == 0 ? 0 : 8) + ((flags & 0x2) == 0 ? 0 : 4)));
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
}
