package org.coursewright.video;

import java.util.ArrayList;
import java.util.List;
import org.coursewright.video.speech.Utterance;
import org.jspecify.annotations.Nullable;

/// Makes captions that people can read of what was heard: at most two lines of 42 characters, at most seven seconds, new
/// with a new sentence and after a pause. The limits are those of the Netflix Timed Text Style Guide for English.
final class CueLines {

    static final int LONGEST_LINE = 42;
    static final long LONGEST_MILLIS = 7_000;
    private static final long PAUSE_MILLIS = 1_500;
    private static final long SHORTEST_MILLIS = 800;
    /// A sentence that is shorter than this shares its cue with the next one.
    private static final int SHORT_SENTENCE = 20;

    private final List<Cue> cues = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long start;
    private long end;

    private CueLines() {}

    static List<Cue> of(List<Utterance> heard) {
        var lines = new CueLines();
        for (var utterance : heard)
            lines.add(utterance);
        lines.finish();
        return List.copyOf(lines.cues);
    }

    /// Words of an utterance share its time by their length.
    private void add(Utterance utterance) {
        var words = words(utterance.text());
        var all = Math.max(1, words.stream().mapToInt(String::length).sum());
        var length = utterance.endMillis() - utterance.startMillis();
        var before = 0;
        for (var word : words) {
            var from = utterance.startMillis() + length * before / all;
            before += word.length();
            add(word, from, utterance.startMillis() + length * before / all);
        }
    }

    private void add(String word, long from, long to) {
        var joined = text + (text.isEmpty() || !spaced(word) ? "" : " ") + word;
        var full = lines(joined) == null || to - start > LONGEST_MILLIS;
        if (!text.isEmpty() && (full || from - end > PAUSE_MILLIS || sentenceEnded())) {
            finish();
            joined = word;
        }
        if (text.isEmpty()) start = from;
        text.setLength(0);
        text.append(joined);
        end = to;
    }

    private boolean sentenceEnded() {
        return text.length() >= SHORT_SENTENCE && ".?!…。？！".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private void finish() {
        if (text.isEmpty()) return;
        var previous = cues.isEmpty() ? null : cues.getLast();
        var from = previous == null ? start : Math.max(start, previous.endMillis());
        var shown = lines(text.toString());
        cues.add(new Cue(from, Math.max(end, from + SHORTEST_MILLIS), shown == null ? text.toString() : shown, ""));
        text.setLength(0);
    }

    /// As one line, or as two that are about as long; null where they do not fit.
    private static @Nullable String lines(String text) {
        if (text.length() <= LONGEST_LINE) return text;
        var middle = text.length() / 2;
        var best = -1;
        for (var at = 1; at < text.length(); at++) {
            var blank = text.charAt(at) == ' ';
            var fits = at <= LONGEST_LINE && text.length() - at - (blank ? 1 : 0) <= LONGEST_LINE;
            if (fits && (blank || text.indexOf(' ') < 0)
                    && (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)))
                best = at;
        }
        return best < 0 ? null : text.substring(0, best) + "\n" + text.substring(best).strip();
    }

    /// What must not be torn: words, and each letter of a text that has no blanks between words.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : text.strip().split("\\s+")) {
            if (word.isEmpty()) continue;
            if (word.length() > LONGEST_LINE || !spaced(word))
                word.codePoints().mapToObj(Character::toString).forEach(words::add);
            else
                words.add(word);
        }
        return words;
    }

    private static boolean spaced(String word) {
        var script = Character.UnicodeScript.of(word.codePointAt(0));
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
            default -> true;
        };
    }
}
