package org.coursewright.question;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.coursewright.content.FolderReading;
import org.coursewright.content.FrontMatter;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.SourceFile;
import org.coursewright.content.TextFile;
import org.coursewright.content.Yaml;
import org.coursewright.content.YamlValue;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;

/// Turns the written questions of one file into items: what candidates may see, and what is sealed.
final class QuestionReading {

    static final Keys<QuestionKeys> KEYS = new Keys<>(QuestionKeys.class, "a question");

    private final FolderReading folder;
    private final SourceFile file;
    private final QuestionDefaults defaults;
    private final HashMap<String, Integer> names = new HashMap<>();

    QuestionReading(FolderReading folder, SourceFile file, QuestionDefaults defaults) {
        this.folder = folder;
        this.file = file;
        this.defaults = defaults;
    }

    /// A case study with its questions.
    Item caseStudy(Written.Group group) {
        var front = front(QuestionKind.CASE, QuestionKeys.NONE, null);
        var text = part(group.text(), group.textLine());
        return new Item(
                "question", file.path(), group.line(), key(group.id(), group.title()), group.id(),
                Slug.of(group.title()), group.title(), Keys.json(front), group.text(), text.files(), null,
                List.of(new Item.Section("", group.questions().stream().map(this::question).toList())),
                text.references());
    }

    Item question(Written written) {
        var block = written.block() == null
                ? Optional.<YamlValue.Mapping>empty()
                : Yaml.parseMapping(folder, file.path(), written.block(), written.blockLine());
        var keys = block.map(mapping -> KEYS.read(folder, file.path(), mapping)).orElse(QuestionKeys.NONE);
        var kind = AnswerReading.kind(written, keys);
        var answer = new AnswerReading(kind, written, keys, (key, message) -> folder.error(
                file.path(),
                block.filter(mapping -> mapping.values().containsKey(key))
                        .map(mapping -> mapping.line(key))
                        .orElse(written.line()),
                message));
        var id = written.id() == null ? keys.id() : written.id();
        var shown = new StringBuilder(written.stem());
        answer.options.forEach(option -> shown.append("\n\n").append(option.text()));
        var text = part(shown.toString(), written.stemLine());
        if (keys.stimulus() != null)
            text.refer(keys.stimulus(), "question", keys.stimulus(), block.map(it -> it.line("stimulus")).orElse(0));
        keys.enemies().forEach(enemy -> text
                .refer(enemy, "question", enemy, block.map(it -> it.line("enemies")).orElse(0)));
        var title = title(written);
        var secret = secret(written, keys, answer);
        new QuestionChecks(folder, file.path(), written, answer, shuffles(keys)).check(kind, title, secret);
        return new Item(
                "question", file.path(), written.line(), key(id, title), id, Slug.of(title), title,
                Keys.json(front(kind, keys, answer)), written.stem(), text.files(),
                kind == QuestionKind.CASE ? null : Keys.json(secret), List.of(),
                text.references());
    }

    private QuestionFront front(QuestionKind kind, QuestionKeys keys, @Nullable AnswerReading answer) {
        return new QuestionFront(
                kind,
                keys.domain() == null ? defaults.domain() : keys.domain(),
                keys.task() == null ? defaults.task() : keys.task(),
                keys.difficulty() == null ? defaults.difficulty() : keys.difficulty(),
                keys.tags().isEmpty() ? defaults.tags() : keys.tags(),
                answer == null ? List.of() : answer.options,
                answer == null ? List.of() : answer.left,
                answer == null ? List.of() : answer.right,
                answer == null ? List.of() : answer.pool(),
                keys.areas(),
                answer == null ? List.of() : answer.steps,
                keys.shuffle() == null ? defaults.shuffle() : keys.shuffle(),
                keys.score() == null ? defaults.score() : keys.score(),
                keys.enemies(),
                keys.unscored(),
                keys.stimulus(),
                kind == QuestionKind.MULTIPLE || kind == QuestionKind.HOTSPOT ? rightOnes(answer) : null);
    }

    private static @Nullable Integer rightOnes(@Nullable AnswerReading answer) {
        return answer == null ? null : (Integer) answer.key.size();
    }

    private QuestionSecret secret(Written written, QuestionKeys keys, AnswerReading answer) {
        var explanation = keys.explanation() == null ? written.explanation() : keys.explanation();
        var said = new StringBuilder(explanation);
        answer.why.values().forEach(why -> said.append("\n\n").append(why));
        var shown = part(said.toString(), Math.max(written.line(), written.explanationLine()));
        var files = new TreeMap<String, String>();
        shown.files().forEach((path, hash) -> files.put(path, hash.hex()));
        var references = keys.references().isEmpty()
                ? written.references().stream()
                        .map(source -> new QuestionKeys.Source(source.title(), source.url(), null))
                        .toList()
                : keys.references();
        return new QuestionSecret(
                answer.key, answer.pairs, keys.accept(), answer.number, keys.tolerance(), keys.rubric(), keys.checks(),
                answer.why, explanation.isBlank() ? null : explanation, references, files);
    }

    private boolean shuffles(QuestionKeys keys) {
        return (keys.shuffle() == null ? defaults.shuffle() : keys.shuffle()) != QuestionDefaults.Shuffle.FALSE;
    }

    private TextFile part(String text, int line) {
        return new TextFile(folder, file, new FrontMatter(YamlValue.Mapping.empty(1), text, line));
    }

    private String title(Written written) {
        if (!written.title().isEmpty()) return written.title();
        var first = written.stem().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (first.isEmpty())
            folder.error(file.path(), written.line(), "This question asks nothing. Write its heading.");
        return first.isEmpty() ? "Question" : first;
    }

    /// `path#name`: the id, else a name from the words of the question, which outlives a new order.
    private String key(@Nullable String id, String title) {
        if (id != null) return file.path() + "#" + id;
        var name = Slug.of(title).value();
        int count = names.merge(name, 1, Integer::sum);
        return file.path() + "#" + (count == 1 ? name : name + "-" + count);
    }
}
