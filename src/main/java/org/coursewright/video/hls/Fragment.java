package org.coursewright.video.hls;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// A `moof` with its `mdat`: where it stands in the file, when its first frame is shown and how long all of it lasts, in
/// ticks; `longest` is the duration of its longest sample, `key` how many of its bytes show the first frame.
record Fragment(long start, long end, long shown, long ticks, long samples, long longest, int key) {

    private static final int HEADER = 8;
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATION = 0x100;
    private static final int SIZE = 0x200;
    private static final int COMPOSITION = 0x800;
    private static final int SAMPLE_FIELDS = 0xF00;

    static List<Fragment> in(FileChannel file, List<Box.Place> places) throws IOException {
        var fragments = new ArrayList<Fragment>();
        for (var at = 0; at + 1 < places.size(); at++) {
            var moof = places.get(at);
            if (moof.name().equals("moof")) fragments.add(of(moof, places.get(at + 1), Box.read(file, moof)));
        }
        return fragments;
    }

    private static Fragment of(Box.Place moof, Box.Place mdat, Box content) {
        var traf = content.get("traf");
        var defaults = traf.get("tfhd");
        var shown = FragmentedMp4.time(traf.get("tfdt").content());
        var ticks = 0L;
        var samples = 0L;
        var longest = 0L;
        var key = 0;
        for (var box : traf.children()) {
            if (!box.name().equals("trun")) continue;
            var run = new Run(box, defaults);
            if (samples == 0) {
                key = Math.toIntExact(moof.length() + HEADER + run.size(0));
                shown += run.composition(0);
            }
            for (var sample = 0; sample < run.samples(); sample++) {
                var duration = run.duration(sample);
                ticks += duration;
                longest = Math.max(longest, duration);
            }
            samples += run.samples();
        }
        return new Fragment(moof.start(), mdat.end(), shown, ticks, samples, longest, key);
    }

    /// A `trun`: fields that stand with each sample, or once for all of them.
    private record Run(Box trun, Box tfhd) {

        int samples() {
            return trun.content().getInt(4);
        }

        long duration(int sample) {
            return has(DURATION) ? unsigned(field(sample, DURATION)) : fallback(DEFAULT_DURATION);
        }

        long size(int sample) {
            return has(SIZE) ? unsigned(field(sample, SIZE)) : fallback(DEFAULT_SIZE);
        }

        long composition(int sample) {
            if (!has(COMPOSITION)) return 0;
            return trun.content().get(0) == 0
                    ? unsigned(field(sample, COMPOSITION))
                    : trun.content().getInt(field(sample, COMPOSITION));
        }

        private boolean has(int field) {
            return (flags() & field) != 0;
        }

        private int flags() {
            return trun.content().getInt(0) & 0xFFFFFF;
        }

        private int field(int sample, int field) {
            var first = HEADER + 4 * Integer.bitCount(flags() & (DATA_OFFSET | FIRST_FLAGS));
            var stride = 4 * Integer.bitCount(flags() & SAMPLE_FIELDS);
            return first + sample * stride + 4 * Integer.bitCount(flags() & SAMPLE_FIELDS & (field - 1));
        }

        private long unsigned(int at) {
            return Integer.toUnsignedLong(trun.content().getInt(at));
        }

        private long fallback(int field) {
            var content = tfhd.content();
            var flags = content.getInt(0) & 0xFFFFFF;
            if ((flags & field) == 0) return 0;
            var before = flags & (field - 1) & (DESCRIPTION | DEFAULT_DURATION);
            var at = HEADER + ((flags & BASE_OFFSET) == 0 ? 0 : 8) + 4 * Integer.bitCount(before);
            return Integer.toUnsignedLong(content.getInt(at));
        }
    }
}
