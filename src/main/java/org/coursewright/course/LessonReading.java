package org.coursewright.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.coursewright.content.FolderReading;
import org.coursewright.content.FrontMatter;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.TextFile;
import org.coursewright.content.TitledText;
import org.coursewright.content.YamlFile;
import org.coursewright.platform.Slug;
import org.coursewright.question.QuestionFile;
import org.jspecify.annotations.Nullable;

/// Reads one lesson: its text, and the files that belong to it by name.
final class LessonReading {

    static final Keys<LessonKeys> KEYS = new Keys<>(LessonKeys.class, "a lesson");
    private static final List<String> VIDEOS = List.of("mp4", "mov", "m4v", "mkv", "webm", "avi", "mpg", "ts");
    private static final int WORDS_A_MINUTE = 200;

    private final FolderReading folder;
    private final SourceFile file;
    private final FrontMatter text;
    private final LessonKeys keys;
    private final TitledText titled;
    private final TextFile parts;
    private final boolean isQuiz;

    private LessonReading(FolderReading folder, SourceFile file, FrontMatter text) {
        this.folder = folder;
        this.file = file;
        this.text = text;
        this.isQuiz = file.name().endsWith(".quiz.md");
        this.keys = KEYS.read(
                folder, file.path(), text.keys().only(key -> !isQuiz || !QuestionFile.isDefault(key)));
        this.titled = TitledText.of(text.body());
        this.parts = isQuiz
                ? new TextFile(folder, file, new FrontMatter(text.keys(), "", text.bodyLine()))
                : new TextFile(folder, file, text);
    }

    /// @return empty for a draft, and for what cannot be read
    static Optional<Item> read(FolderReading folder, SourceFile file, Slug course) {
        return folder.text(file)
                .flatMap(text -> FrontMatter.parse(folder, file.path(), text))
                .map(text -> new LessonReading(folder, file, text))
                .flatMap(lesson -> lesson.item(course));
    }

    private Optional<Item> item(Slug course) {
        var video = video();
        var captions = captions();
        if (keys.draft()) return Optional.empty();
        keys.files().forEach(name -> parts.addFile(name, line("files")));
        for (var before : keys.after())
            parts.refer(before, "lesson", before.contains("/") ? before : course + "/" + before, line("after"));
        var covers = LessonCovers.read(
                folder, file.path(), line("covers"), keys.covers(), video != null || keys.video() != null);
        for (var task : covers.tasks())
            if (task.indexOf('/') > 0) parts.refer(task, "exam", task.substring(0, task.indexOf('/')), line("covers"));
        if (keys.exam() != null) parts.refer(keys.exam(), "exam", keys.exam(), line("exam"));
        if (keys.cards() != null) parts.refer(keys.cards(), "deck", keys.cards(), line("cards"));
        var kind = kind(video);
        needs(kind);
        parts.checkFragments();
        if (kind == LessonKeys.Kind.VIDEO && video == null)
            folder.error(file.path(), line("kind"), "A video lesson needs a video: put " + file.stem()
                    + ".mp4 beside this file, or name one with 'video:'.");
        if (text.body().isBlank() && (kind == LessonKeys.Kind.ARTICLE || kind == LessonKeys.Kind.LAB))
            folder.warning(file.path(), text.bodyLine(),
                    "This lesson is empty. Write its text, or mark it 'draft: true'.");
        var front = new LessonFront(
                keys.summary(), kind, video, captions, chapters(), keys.free(), covers.tasks(),
                covers.moments(), keys.files().stream().map(this::resolved).toList(), minutes(), keys.after(),
                keys.drip(), keys.exam(),
                keys.cards());
        var name = Names.withoutExtension(file.name()).replaceAll("\\.quiz$", "");
        var slug = YamlFile.slug(folder, file.path(), text.keys(), keys.slug(), name);
        var title = titled.title(keys.title(), name);
        var quiz = isQuiz ? quiz() : null;
        return Optional.of(new Item(
                "lesson", file.path(), 1, file.path(), keys.id(), slug, title, Keys.json(front),
                quiz == null ? titled.body(title) : quiz.intro(), parts.files(), null,
                quiz == null ? List.of() : quiz.sections(), parts.references()));
    }

    private QuestionFile quiz() {
        var quiz = QuestionFile.quiz(folder, file, text);
        if (quiz.count() == 0)
            folder.error(file.path(), text.bodyLine(),
                    "This quiz has no question. A question begins with a line '### …', its options with '- [ ]' or '- [x]'.");
        return quiz;
    }

    private void needs(LessonKeys.Kind kind) {
        var lacks = switch (kind) {
            case QUIZ -> isQuiz ? null : "A quiz has its questions in a file named NAME.quiz.md. Rename this one.";
            case EXAM -> keys.exam() != null ? null : "An exam lesson needs 'exam:', the slug of an exam.";
            case CARDS -> keys.cards() != null ? null : "A cards lesson needs 'cards:', the slug of a deck.";
            case DOWNLOAD ->
                !keys.files().isEmpty() ? null : "A download lesson needs 'files:', paths beside this file.";
            case ARTICLE, VIDEO, LAB -> null;
        };
        if (lacks != null) folder.error(file.path(), line("kind"), lacks);
    }

    private LessonKeys.Kind kind(@Nullable String video) {
        if (keys.kind() != null) return keys.kind();
        if (isQuiz) return LessonKeys.Kind.QUIZ;
        if (video != null) return LessonKeys.Kind.VIDEO;
        if (keys.exam() != null) return LessonKeys.Kind.EXAM;
        if (keys.cards() != null) return LessonKeys.Kind.CARDS;
        return LessonKeys.Kind.ARTICLE;
    }

    private @Nullable String video() {
        if (keys.video() != null)
            return parts.addFile(keys.video(), line("video")) ? resolved(keys.video()) : null;
        for (var extension : VIDEOS) {
            var path = beside("." + extension);
            if (folder.tree().file(path).isPresent() && parts.addFile("/" + path, 1)) return path;
        }
        return null;
    }

    private Map<String, String> captions() {
        var captions = new TreeMap<String, String>();
        keys.captions().forEach((language, name) -> {
            if (parts.addFile(name, line("captions"))) captions.put(language, resolved(name));
        });
        var start = beside(".");
        folder.tree().under(file.folder()).stream()
                .filter(found -> found.path().startsWith(start) && found.hasExtension("vtt", "srt"))
                .filter(found -> !found.path().endsWith(LessonChapters.FILE))
                .forEach(found -> {
                    var language = Names.withoutExtension(found.path().substring(start.length()));
                    var plain = language.equals("vtt") || language.equals("srt") || language.isEmpty();
                    if (parts.addFile("/" + found.path(), 1))
                        captions.putIfAbsent(plain ? "en" : language, found.path());
                });
        return captions;
    }

    private List<String> chapters() {
        return new LessonChapters(folder, file.path()).of(keys.chapters(), line("chapters"), text.body());
    }

    /// A file of the same name with another ending.
    private String beside(String ending) {
        var stem = file.path().substring(0, file.path().length() - ".md".length());
        return stem + ending;
    }

    private String resolved(String name) {
        return String.valueOf(Names.resolve(file.folder(), name));
    }

    private Integer minutes() {
        if (keys.minutes() != null) return Math.max(0, keys.minutes());
        return Math.ceilDiv(new StringTokenizer(text.body()).countTokens(), WORDS_A_MINUTE);
    }

    private int line(String key) {
        return text.keys().line(key);
    }
}
