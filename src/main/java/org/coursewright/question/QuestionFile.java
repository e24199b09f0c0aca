package org.coursewright.question;

import java.util.ArrayList;
import java.util.List;
import org.coursewright.content.FolderReading;
import org.coursewright.content.FrontMatter;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.SourceFile;

/// A file of questions: of a bank, or the quiz of a course.
///
/// @param intro what stands above the first question
/// @param sections its questions in groups; a case study is a question with questions of its own
public record QuestionFile(String intro, List<Item.Section> sections) {

    static final Keys<QuestionDefaults> DEFAULTS = new Keys<>(QuestionDefaults.class, "a file of questions");

    /// Whether a key of the front matter speaks of the questions, not of the lesson that they make.
    public static boolean isDefault(String key) {
        return DEFAULTS.has(key) && !key.equals("title") && !key.equals("draft");
    }

    /// Reads a quiz, whose front matter has keys of its own too.
    public static QuestionFile quiz(FolderReading folder, SourceFile file, FrontMatter text) {
        return read(folder, file, text, DEFAULTS.read(folder, file.path(), text.keys().only(QuestionFile::isDefault)));
    }

    static QuestionFile read(FolderReading folder, SourceFile file, FrontMatter text, QuestionDefaults defaults) {
        var groups = BareBank.is(text.body())
                ? BareBank.read(text.body(), text.bodyLine())
                : Dialect.read(text.body(), text.bodyLine());
        var reading = new QuestionReading(folder, file, defaults);
        var sections = new ArrayList<Item.Section>();
        var intro = "";
        for (var group : groups) {
            if (group.title().isEmpty() && group.isCase()) intro = group.text();
            if (group.questions().isEmpty()) continue;
            var items = group.isCase() && !group.title().isEmpty()
                    ? List.of(reading.caseStudy(group))
                    : group.questions().stream().map(reading::question).toList();
            sections.add(new Item.Section(group.title(), items));
        }
        return new QuestionFile(intro, List.copyOf(sections));
    }

    /// The questions themselves, those of case studies too.
    public long count() {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .flatMap(Item::withMembers)
                .filter(item -> item.sealed() != null)
                .count();
    }
}
