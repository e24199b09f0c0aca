package org.coursewright.question;

import java.util.List;
import java.util.Map;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import tools.jackson.databind.json.JsonMapper;

/// A question of a bank, as it is kept: `new Asked("kind: numeric\nkey: 3\n")`.
record Asked(Item item) {

    Asked(String block) {
        this("What?", "", block);
    }

    Asked(String title, String stem, String block) {
        this(new Folder()
                .with("banks/b/a.md", "### " + title + "\n\n" + stem + "\n\n```yaml question\n" + block + "```\n")
                .with("banks/b/plan.png", "a picture")
                .read(new QuestionContent()).items().getFirst().members().findFirst().orElseThrow());
    }

    Question question() {
        return Question.of(item.front());
    }

    AnswerKey key() {
        return AnswerKey.of(SealedPart.of(item));
    }

    Version version() {
        return new Version(
                1, 1, "question", "q", Hash.of("q"), "banks/b/a.md", Slug.of(item.title()), item.title(), item.front(),
                item.body(), Map.copyOf(item.files()), Map.of(), List.of());
    }

    ShownQuestion shown() {
        return ShownQuestion.of(version(), (hash, name) -> "/files/" + name);
    }

    Answer.Reading read(String json) {
        return Answer.read(question(), JsonMapper.shared().readTree(json));
    }

    Answer answer(String json) {
        return switch (read(json)) {
            case Answer.Reading.Accepted(var answer) -> answer;
            case Answer.Reading.Refused(var message, var detail) ->
                throw new AssertionError(message + " " + detail);
        };
    }

    Mark.Scored mark(String json) {
        return (Mark.Scored) Scoring.score(question(), key(), answer(json));
    }

    double score(String json) {
        return mark(json).fraction();
    }
}
