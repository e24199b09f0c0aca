package org.coursewright.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.YamlFile;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads `exams/`: a folder is an exam, each further file a version of it, or a map between two.
@Component
public final class ExamContent implements ContentKind {

    private static final Keys<ExamKeys> EXAM = new Keys<>(ExamKeys.class, "an exam");
    private static final Keys<BlueprintKeys> BLUEPRINT = new Keys<>(BlueprintKeys.class, "a version of an exam");
    private static final Keys<TaskMapKeys> MAP = new Keys<>(TaskMapKeys.class, "a map of tasks");
    private static final String MAP_ENDING = ".map.yaml";
    private static final Pattern FROM_TO = Pattern.compile("(.+)-to-(.+)");

    @Override
    public Map<String, Keys<?>> keys() {
        return Map.of("exam", EXAM, "exam-version", BLUEPRINT, "map", MAP);
    }

    @Override
    public void read(FolderReading folder) {
        folder.foldersOf("exams").forEach(exam -> read(folder, exam));
    }

    @Override
    public void check(FolderReading folder) {
        Coverage.check(folder);
    }

    private static void read(FolderReading folder, String exam) {
        var written = YamlFile.of(folder, exam, "exam.yaml");
        var keys = written.read(EXAM);
        if (keys.draft()) {
            folder.tree().under(exam).forEach(file -> folder.claim(file.path()));
            return;
        }
        var references = new ArrayList<Item.Reference>();
        for (var bank : keys.banks())
            references.add(new Item.Reference(bank, "bank", bank, written.line("banks")));
        for (var deck : keys.cards())
            references.add(new Item.Reference(deck, "deck", deck, written.line("cards")));
        var name = folder.nameOf(exam);
        var slug = written.slug(keys.slug(), name);
        var files = new TreeMap<String, Hash>();
        if (keys.image() != null)
            files.putAll(written.files(exam, List.of(new YamlFile.Named(keys.image(), written.line("image")))));
        var image = keys.image() == null ? null : Names.resolve(exam, keys.image());
        var versions = new ArrayList<Item>();
        var maps = new ArrayList<Item>();
        for (var file : folder.tree().under(exam)) {
            if (!file.folder().equals(exam) || !file.hasExtension("yaml", "yml") || file.name().equals("exam.yaml"))
                continue;
            if (file.name().endsWith(MAP_ENDING)) map(folder, file).ifPresent(maps::add);
            else
                version(folder, file).ifPresent(versions::add);
        }
        if (versions.isEmpty())
            written.warning(0,
                    "This exam has no version yet. Add its blueprint, such as " + Names.inside(exam, "2026-01.yaml")
                            + ".");
        versions.addAll(maps);
        folder.add(new Item(
                "exam", written.place(), 1, exam.isEmpty() ? "." : exam, keys.id(), slug,
                keys.title() == null ? Names.title(name) : keys.title(),
                Keys.json(
                        new ExamKeys(null, null, null, keys.summary(), keys.issuer(), keys.banks(), keys.cards(), image,
                                keys.access(), false)),
                "", files, null, List.of(new Item.Section("", versions)), references));
    }

    private static Optional<Item> version(FolderReading folder, SourceFile file) {
        return YamlFile.find(folder, file.path()).map(written -> {
            var keys = written.read(BLUEPRINT);
            new BlueprintChecks(written, keys).check();
            var name = Names.withoutExtension(file.name());
            var title = keys.title() != null ? keys.title() : keys.code() != null ? keys.code() : name;
            var front = new BlueprintKeys(
                    null, null, null, keys.code(), keys.valid(), keys.minutes(), keys.items(), keys.scale(),
                    keys.domains(), keys.sections(), keys.breaks(), keys.retake(), keys.resultsFrom(), keys.languages(),
                    keys.navigation());
            var slug = keys.slug() == null
                    ? Slug.of(name) // 2022-08 is its name, not an order
                    : written.slug(keys.slug(), name);
            return item("exam-version", file, keys.id(), slug, title, front);
        });
    }

    private static Optional<Item> map(FolderReading folder, SourceFile file) {
        return YamlFile.find(folder, file.path()).map(written -> {
            var keys = written.read(MAP);
            var name = file.name().substring(0, file.name().length() - MAP_ENDING.length());
            var named = FROM_TO.matcher(name);
            boolean isNamed = named.matches();
            var from = keys.from() != null ? keys.from() : isNamed ? named.group(1) : null;
            var to = keys.to() != null ? keys.to() : isNamed ? named.group(2) : null;
            if (from == null || to == null)
                written.error(1, "A map needs its two versions: name it OLD-to-NEW.map.yaml, or add 'from' and 'to'.");
            return item(
                    "map", file, keys.id(), Slug.of(name), name,
                    new TaskMapKeys(null, from, to, keys.tasks()));
        });
    }

    private static Item item(
            String kind,
            SourceFile file,
            @Nullable String id,
            Slug slug,
            String title,
            Record front) {
        return new Item(
                kind, file.path(), 1, file.path(), id, slug, title, Keys.json(front), "", new TreeMap<>(), null,
                List.of(), List.of());
    }
}
