package org.coursewright.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Public banks as they are found: numbered stems, options `- A. …`, and the answer within `<details>`.
final class BareBank {

    private static final Pattern STEM = Pattern.compile("^ {0,3}\\d{1,5}[.)]\\s+(.*)$");
    private static final Pattern OPTION = Pattern
            .compile("^\\s*[-*+]\\s+(?:\\*\\*)?([A-Ja-j])[.):](?:\\*\\*)?\\s+(.*)$");
    private static final Pattern TASK = Pattern.compile("^\\s*[-*+]\\s+\\[[ xX]]\\s.*");
    private static final Pattern ANSWER = Pattern.compile(
            "^(?i:(?:correct )?answers?(?: is| are)?)\\s*:?\\s*([A-J](?:[\\s,;&]|and|[A-J]){0,30})[.]?$");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,300})]\\((https?://[^\\s()]{1,900})\\)");
    private static final Pattern BARE_LINK = Pattern.compile("^(?:[-*+]\\s+)?<?(https?://\\S{1,900}?)>?$");
    private static final Pattern TAG = Pattern.compile("</?(?:details|summary|p|b|strong|div)\\b[^>]{0,200}>");

    private final String[] lines;
    private final int firstLine;
    private final List<Written> questions = new ArrayList<>();
    private final List<Written.Option> options = new ArrayList<>();
    private final List<Written.Source> sources = new ArrayList<>();
    private final StringBuilder stem = new StringBuilder();
    private final StringBuilder explanation = new StringBuilder();
    private String answers = "";
    private int line;
    private int explanationLine;
    private boolean within;

    private BareBank(String text, int firstLine) {
        this.lines = text.split("\n", -1);
        this.firstLine = firstLine;
    }

    /// Whether a text is one of these: lettered options and no task list.
    static boolean is(String text) {
        boolean lettered = false;
        boolean details = false;
        for (var line : text.split("\n", -1)) {
            if (TASK.matcher(line).matches()) return false;
            lettered = lettered || OPTION.matcher(line).matches();
            details = details || line.contains("<details");
        }
        return lettered && details;
    }

    static List<Written.Group> read(String text, int firstLine) {
        return new BareBank(text, firstLine).read();
    }

    private List<Written.Group> read() {
        for (int i = 0; i < lines.length; i++)
            line(lines[i], firstLine + i);
        end();
        return List.of(new Written.Group(firstLine, null, "", "", firstLine, List.copyOf(questions)));
    }

    private void line(String written, int at) {
        if (written.contains("<details")) within = true;
        if (within) {
            answer(TAG.matcher(written.replaceAll("<br ?/?>", "\n")).replaceAll("").strip(), at);
            if (written.contains("</details")) within = false;
            return;
        }
        var start = STEM.matcher(written);
        if (start.matches() && (line == 0 || !options.isEmpty())) {
            end();
            line = at;
            stem.append(start.group(1).strip());
            return;
        }
        if (line == 0 || written.startsWith("#")) return;
        var option = OPTION.matcher(written);
        if (option.matches())
            options.add(new Written.Option(
                    option.group(1).toLowerCase(Locale.ROOT), option.group(2).strip(), false, "", at));
        else if (options.isEmpty()) stem.append('\n').append(written.strip());
        else if (!written.isBlank()) continueOption(written.strip());
    }

    private void continueOption(String more) {
        var last = options.removeLast();
        options.add(new Written.Option(last.id(), last.text() + "\n" + more, false, "", last.line()));
    }

    private void answer(String text, int at) {
        for (var part : text.split("\n")) {
            var plain = part.strip();
            if (plain.isEmpty() || plain.equalsIgnoreCase("answer")) continue;
            var answer = ANSWER.matcher(plain.replace("*", ""));
            if (answers.isEmpty() && answer.matches()) answers = answer.group(1).replaceAll("[^A-J]", "");
            else
                explain(plain, at);
        }
    }

    private void explain(String text, int at) {
        var bare = BARE_LINK.matcher(text);
        if (bare.matches()) {
            sources.add(new Written.Source(bare.group(1), bare.group(1), at));
            return;
        }
        var links = LINK.matcher(text);
        while (links.find())
            sources.add(new Written.Source(links.group(1), links.group(2), at));
        var rest = LINK.matcher(text).replaceAll("").replaceFirst("(?i)^\\**(explanation|references?)\\**\\s*:?\\**",
                "");
        if (rest.replaceAll("[\\s,;.*-]", "").isEmpty()) return;
        if (explanationLine == 0) explanationLine = at;
        explanation.append(text.replaceFirst("(?i)^\\**explanation\\**\\s*:?\\**\\s*", "")).append('\n');
    }

    private void end() {
        if (line > 0 && !options.isEmpty()) questions.add(question());
        options.clear();
        sources.clear();
        stem.setLength(0);
        explanation.setLength(0);
        answers = "";
        line = 0;
        explanationLine = 0;
    }

    private Written question() {
        var text = stem.toString().replaceAll("<br ?/?>", "\n").strip();
        int end = text.indexOf('\n');
        var mark = NamedText.of(end < 0 ? text : text.substring(0, end));
        var right = answers.toLowerCase(Locale.ROOT);
        var all = options.stream()
                .map(option -> new Written.Option(
                        option.id(), option.text(), isIn(right, option.id()), option.why(), option.line()))
                .toList();
        return new Written(
                line, mark.id(), mark.text(), end < 0 ? "" : text.substring(end).strip(), line + 1, all,
                explanation.toString().strip(), explanationLine, List.copyOf(sources), null, 0);
    }

    private static boolean isIn(String letters, @Nullable String letter) {
        return letter != null && letters.contains(letter);
    }
}
