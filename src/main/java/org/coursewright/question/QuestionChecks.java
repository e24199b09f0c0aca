package org.coursewright.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.coursewright.content.FolderReading;

/// What a careful colleague would say about a question.
final class QuestionChecks {

    private static final Pattern LETTER = Pattern.compile(
            "\\b(?:(?:options?|answers?|choices?) [A-H]\\b|[A-H] (?:is|are|was) (?:in)?(?:correct|wrong|right|false|true)\\b"
                    + "|(?:all|none) of the above)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LONE_A = Pattern.compile("(?:^|[^A-Za-z])[ai] (?:is|are|was) .*", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile(
            "\\b(?:select|choose|pick|which)\\s+(?:the\\s+)?(two|three|four|five|2|3|4|5)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> COUNTS = List.of("zero", "one", "two", "three", "four", "five");

    private final FolderReading folder;
    private final String path;
    private final Written written;
    private final AnswerReading answer;
    private final boolean shuffles;

    QuestionChecks(FolderReading folder, String path, Written written, AnswerReading answer, boolean shuffles) {
        this.folder = folder;
        this.path = path;
        this.written = written;
        this.answer = answer;
        this.shuffles = shuffles;
    }

    void check(QuestionKind kind, String title, QuestionSecret secret) {
        boolean needsNone = kind == QuestionKind.ESSAY || kind == QuestionKind.LAB || kind == QuestionKind.CASE;
        if (!secret.explains() && !needsNone)
            folder.warning(path, written.line(),
                    "This question has no explanation. Add a line that begins with '>' after the options.");
        if (kind.choosesOptions() && shuffles) letters(secret);
        if (kind == QuestionKind.MULTIPLE || kind == QuestionKind.SINGLE) count(title);
    }

    private void letters(QuestionSecret secret) {
        for (var option : written.options()) {
            note(option.text(), option.line());
            note(option.why(), option.line());
        }
        if (secret.explanation() != null)
            note(secret.explanation(), written.explanationLine() == 0 ? written.line() : written.explanationLine());
    }

    private void note(String text, int line) {
        var match = LETTER.matcher(text);
        while (match.find()) {
            var words = match.group().strip();
            if (Character.isLowerCase(letter(words)) || LONE_A.matcher(words).matches()) continue;
            folder.warning(path, line, "'" + words + "' names an option by its place, but options are shuffled. "
                    + "Say what it says, or write 'shuffle: false'.");
            return;
        }
    }

    /// The letter that names the option; a capital one where there is none.
    private static char letter(String words) {
        for (var word : words.split(" "))
            if (word.length() == 1) return word.charAt(0);
        return 'A';
    }

    private void count(String title) {
        var select = SELECT.matcher(title + "\n" + written.stem());
        if (!select.find()) return;
        var word = select.group(1).toLowerCase(Locale.ROOT);
        int wanted = COUNTS.contains(word) ? COUNTS.indexOf(word) : Integer.parseInt(word);
        if (wanted != answer.key.size() && !answer.key.isEmpty())
            folder.warning(path, written.line(), "The question asks for " + word + " answers, but " + answer.key.size()
                    + (answer.key.size() == 1 ? " is" : " are") + " marked as right. Correct one or the other.");
    }
}
