package org.coursewright.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads WebVTT and SubRip, and writes WebVTT that holds nothing but times and text: a caption file is shown to every
/// student, so no markup, style or foreign block of it gets through. A flawed cue is left out and reported.
public record CaptionText(List<Cue> cues, List<Flaw> flaws) {

    /// What is wrong at a line, by message key.
    public record Flaw(int line, String key) {}

    static final int MOST_BYTES = 2 << 20;
    private static final int MOST_CUES = 20_000;
    private static final Pattern TIMES = Pattern.compile("\\s*(\\S+)\\s+-->\\s+(\\S+)(?:\\s+(.*))?");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{3})");
    private static final Pattern SETTING = Pattern.compile("(?:line|position|size|align|vertical):[a-z0-9%.,-]{1,30}");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]+)>");
    /// As the standard says of NUL (WebVTT 1, 6.1): it is read as the sign for what cannot be read; ours are more.
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^>]*>|\\{\\\\[^}]*}");

    public CaptionText {
        cues = List.copyOf(cues);
        flaws = List.copyOf(flaws);
    }

    public static CaptionText read(byte[] file) {
        if (file.length > MOST_BYTES) return flawed(1, "video.caption.too-large");
        try {
            return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException _) {
            return flawed(1, "video.caption.not-utf-8");
        }
    }

    public static CaptionText read(String file) {
        var cues = new ArrayList<Cue>();
        var flaws = new ArrayList<Flaw>();
        var lines = CONTROL.matcher(file).replaceAll("\uFFFD")
                .replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (var at = 0; at < lines.length; at++) {
            if (!lines[at].contains("-->")) continue;
            var start = at;
            var text = new ArrayList<String>();
            while (at + 1 < lines.length && !lines[at + 1].isBlank() && !lines[at + 1].contains("-->"))
                text.add(lines[++at]);
            var flaw = add(cues, lines[start], text);
            if (flaw != null) flaws.add(new Flaw(start + 1, flaw));
        }
        if (cues.isEmpty() && flaws.isEmpty()) return flawed(1, "video.caption.no-cues");
        if (cues.size() > MOST_CUES) return flawed(1, "video.caption.too-large");
        cues.sort(Comparator.comparingLong(Cue::startMillis));
        return new CaptionText(cues, flaws);
    }

    private static CaptionText flawed(int line, String key) {
        return new CaptionText(List.of(), List.of(new Flaw(line, key)));
    }

    private static @Nullable String add(List<Cue> cues, String times, List<String> text) {
        var parts = TIMES.matcher(times);
        if (!parts.matches()) return "video.caption.time";
        var start = millis(parts.group(1));
        var end = millis(parts.group(2));
        if (start < 0 || end < 0) return "video.caption.time";
        if (end <= start) return "video.caption.order";
        var plain = plain(String.join("\n", text));
        if (!plain.isEmpty()) cues.add(new Cue(start, end, plain, settings(parts.group(3))));
        return null;
    }

    private static long millis(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) return -1;
        var hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        return ((hours * 60 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3))) * 1000
                + Long.parseLong(time.group(4));
    }

    private static String settings(@Nullable String all) {
        if (all == null) return "";
        return String.join(" ",
                Pattern.compile("\\s+").splitAsStream(all).filter(each -> SETTING.matcher(each).matches()).toList());
    }

    /// A speaker's name stays, as words; every other tag goes.
    private static String plain(String text) {
        var spoken = TAG.matcher(VOICE.matcher(text).replaceAll("$1: ")).replaceAll("");
        return spoken.replace("&nbsp;", " ").replace("&lrm;", "\u200E").replace("&rlm;", "\u200F").replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&").lines().map(String::strip).filter(line -> !line.isEmpty())
                .reduce((one, two) -> one + "\n" + two).orElse("");
    }

    public static String vtt(List<Cue> cues) {
        var text = new StringBuilder("WEBVTT\n");
        for (var cue : cues)
            text.append('\n').append(time(cue.startMillis())).append(" --> ").append(time(cue.endMillis()))
                    .append(cue.settings().isEmpty() ? "" : " " + cue.settings()).append('\n')
                    .append(cue.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append('\n');
        return text.toString();
    }

    /// As SubRip, which has no places on the picture; what could be taken for a mark is written as in WebVTT.
    static String srt(List<Cue> cues) {
        var text = new StringBuilder();
        var number = 0;
        for (var cue : cues)
            text.append(++number).append('\n').append(time(cue.startMillis()).replace('.', ',')).append(" --> ")
                    .append(time(cue.endMillis()).replace('.', ',')).append('\n')
                    .append(cue.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("\n\n");
        return text.toString();
    }

    static String time(long millis) {
        return String.format("%02d:%02d:%02d.%03d", millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60,
                millis % 1000);
    }
}
