package org.coursewright.command;

import java.io.PrintWriter;

/// Tells how far a command is: bars on a terminal, a line for each thing elsewhere, nothing with `--json`.
final class Progress {

    private static final int BAR = 24;
    private static final long PACE = 100_000_000;
    private static final long SLOW_PACE = 10_000_000_000L;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter err;
    private final Style style;
    private long toldAt;

    /// How it looks.
    enum Style {
        BARS, LINES, SILENT
    }

    Progress(PrintWriter err, Style style) {
        this.err = err;
        this.style = style;
    }

    static Progress of(PrintWriter err, boolean json) {
        if (json) return new Progress(err, Style.SILENT);
        return new Progress(err, System.console() == null ? Style.LINES : Style.BARS);
    }

    /// A step that is short or cannot be measured.
    void say(String what) {
        switch (style) {
            case BARS -> {
                err.print(CLEAR + what);
                err.flush();
            }
            case LINES -> err.println(what);
            case SILENT -> {
            }
        }
    }

    /// So much of a thing is done.
    void show(String what, long done, long total, String unit) {
        long now = System.nanoTime();
        boolean due = now - toldAt > (style == Style.BARS ? PACE : SLOW_PACE);
        if (style == Style.SILENT || !due) return;
        toldAt = now;
        long percent = total == 0 ? 100 : done * 100 / total;
        if (style == Style.LINES) err.println(what + ": " + percent + " %");
        else {
            int filled = (int) (percent * BAR / 100);
            err.print(CLEAR + "[" + "█".repeat(filled) + "·".repeat(BAR - filled) + "] %3d %% ".formatted(percent)
                    + what + unit);
            err.flush();
        }
    }

    /// A thing is done.
    void done(String what) {
        if (style == Style.BARS) err.print(CLEAR);
        if (style != Style.SILENT) err.println(what);
        err.flush();
    }

    void clear() {
        if (style == Style.BARS) err.print(CLEAR);
        err.flush();
    }

    /// "1.4 MB".
    static String size(long bytes) {
        if (bytes < 1_000) return bytes + " bytes";
        if (bytes < 1_000_000) return bytes / 1_000 + " kB";
        return "%.1f MB".formatted(bytes / 1e6);
    }
}
