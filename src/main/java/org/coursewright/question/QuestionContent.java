package org.coursewright.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.FrontMatter;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.TitledText;
import org.coursewright.content.YamlFile;
import org.springframework.stereotype.Component;

/// Reads `banks/`: a folder is a bank, every Markdown file below it a part of it.
@Component
public final class QuestionContent implements ContentKind {

    private static final Keys<BankKeys> BANK = new Keys<>(BankKeys.class, "a question bank");

    @Override
    public Map<String, Keys<?>> keys() {
        return Map.of("bank", BANK, "questions", QuestionFile.DEFAULTS, "question", QuestionReading.KEYS);
    }

    @Override
    public void read(FolderReading folder) {
        folder.foldersOf("banks").forEach(bank -> read(folder, bank));
    }

    @Override
    public void check(FolderReading folder) {
        Duplicates.check(folder);
    }

    private static void read(FolderReading folder, String bank) {
        var written = YamlFile.of(folder, bank, "bank.yaml");
        var keys = written.read(BANK);
        var name = folder.nameOf(bank);
        var sections = new ArrayList<Item.Section>();
        folder.tree().under(bank).stream()
                .filter(file -> file.hasExtension("md"))
                .filter(file -> !isNote(file))
                .forEach(file -> sections.addAll(sections(folder, file)));
        if (sections.isEmpty())
            written.warning(0, "This bank has no question yet. Add a Markdown file with a '### question' and options.");
        folder.add(new Item(
                "bank", written.place(), 1, bank.isEmpty() ? "." : bank, keys.id(), written.slug(keys.slug(), name),
                keys.title() == null ? Names.title(name) : keys.title(),
                Keys.json(new BankKeys(null, null, null, keys.summary(), keys.source())), "", new TreeMap<>(), null,
                sections, List.of()));
    }

    private static List<Item.Section> sections(FolderReading folder, SourceFile file) {
        var text = folder.text(file).flatMap(whole -> FrontMatter.parse(folder, file.path(), whole));
        if (text.isEmpty()) return List.of();
        var defaults = QuestionFile.DEFAULTS.read(folder, file.path(), text.get().keys());
        if (defaults.draft()) return List.of();
        var questions = QuestionFile.read(folder, file, text.get(), defaults);
        if (questions.count() == 0 && file.name().equalsIgnoreCase("readme.md")) return List.of();
        if (questions.count() == 0)
            folder.warning(file.path(), text.get().bodyLine(),
                    "There is no question in this file. A question begins with a line '### …'.");
        var titled = TitledText.of(text.get().body()).title(defaults.title(), Names.withoutExtension(file.name()));
        return questions.sections().stream()
                .map(section -> section.title().isEmpty() ? new Item.Section(titled, section.items()) : section)
                .toList();
    }

    /// Notes for people on a Git host, without any question.
    private static boolean isNote(SourceFile file) {
        return file.name().equalsIgnoreCase("contributing.md") || file.name().equalsIgnoreCase("license.md");
    }
}
