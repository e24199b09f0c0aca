package org.coursewright.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.Yaml;
import org.coursewright.content.YamlValue;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads `courses/`: a folder is a course, a folder in it a section, a Markdown file a lesson.
@Component
public final class CourseContent implements ContentKind {

    private static final Keys<CourseKeys> COURSE = new Keys<>(CourseKeys.class, "a course");
    private static final Keys<SectionKeys> SECTION = new Keys<>(SectionKeys.class, "a section");
    private static final Pattern FIRST_NUMBER = Pattern.compile("^(\\d{1,9})");
    private static final Comparator<String> IN_ORDER = Comparator.<String>comparingLong(CourseContent::number)
            .thenComparing(Comparator.naturalOrder());

    @Override
    public void read(FolderReading folder) {
        folder.foldersOf("courses").stream().sorted(IN_ORDER_OF_NAMES).forEach(course -> read(folder, course));
    }

    private static final Comparator<String> IN_ORDER_OF_NAMES = Comparator
            .comparing((String path) -> path.substring(path.lastIndexOf('/') + 1), IN_ORDER);

    private static void read(FolderReading folder, String course) {
        var path = inside(course, "course.yaml");
        var written = folder.tree().file(path).flatMap(file -> mapping(folder, file));
        var keys = COURSE.read(folder, path, written.orElseGet(() -> YamlValue.Mapping.empty(1)));
        if (keys.draft()) {
            folder.tree().under(course).forEach(file -> folder.claim(file.path()));
            return;
        }
        var files = new TreeMap<String, Hash>();
        addFile(folder, course, path, written, "image", keys.image(), files);
        addFile(folder, course, path, written, "trailer", keys.trailer(), files);
        var name = folder.nameOf(course);
        var slug = slug(folder, path, written, keys.slug(), name);
        var title = keys.title() == null ? Names.title(name) : keys.title();
        var sections = sections(folder, course, slug);
        if (sections.isEmpty())
            folder.warning(path, 0, "This course has no lesson yet. Put a Markdown file into its folder.");
        var place = folder.tree().file(path).map(SourceFile::path).orElse(path);
        folder.add(new Item(
                "course", place, 1, course.isEmpty() ? "." : course, keys.id(), slug, title,
                Keys.json(CourseFront.of(keys, course)), "", files, null, sections, references(keys, written)));
    }

    private static List<Item.Reference> references(CourseKeys keys, Optional<YamlValue.Mapping> written) {
        int line = written.map(mapping -> mapping.line("prepares-for")).orElse(1);
        return keys.preparesFor().stream()
                .map(exam -> new Item.Reference(exam, "exam", exam, line))
                .toList();
    }

    private static List<Item.Section> sections(FolderReading folder, String course, Slug slug) {
        var sections = new ArrayList<Item.Section>();
        var loose = lessons(folder, course, slug);
        if (!loose.isEmpty()) sections.add(new Item.Section("", loose));
        folder.tree().folders(course).stream().sorted(IN_ORDER).forEach(name -> {
            var lessons = lessons(folder, inside(course, name), slug);
            if (!lessons.isEmpty()) sections.add(new Item.Section(sectionTitle(folder, inside(course, name)), lessons));
        });
        return sections;
    }

    private static String sectionTitle(FolderReading folder, String section) {
        var path = inside(section, "section.yaml");
        var title = folder.tree()
                .file(path)
                .flatMap(file -> mapping(folder, file))
                .map(keys -> SECTION.read(folder, path, keys).title());
        return title.orElseGet(() -> Names.title(folder.nameOf(section)));
    }

    private static List<Item> lessons(FolderReading folder, String parent, Slug course) {
        return folder.tree().under(parent).stream()
                .filter(file -> file.folder().equals(parent) && file.hasExtension("md"))
                .filter(file -> !file.name().equalsIgnoreCase("readme.md"))
                .sorted(Comparator.comparing(SourceFile::name, IN_ORDER))
                .flatMap(file -> LessonReading.read(folder, file, course).stream())
                .toList();
    }

    private static void addFile(
            FolderReading folder,
            String course,
            String path,
            Optional<YamlValue.Mapping> written,
            String key,
            @Nullable String name,
            TreeMap<String, Hash> files) {
        if (name == null) return;
        var target = Names.resolve(course, name);
        var found = target == null ? Optional.<SourceFile>empty() : folder.tree().file(target);
        int line = written.map(mapping -> mapping.line(key)).orElse(1);
        if (found.isEmpty()) folder.error(path, line, "There is no file '" + name + "' for '" + key + "'.");
        found.ifPresent(file -> {
            folder.claim(file.path());
            files.put(file.path(), file.hash());
        });
    }

    static Slug slug(
            FolderReading folder,
            String path,
            Optional<YamlValue.Mapping> keys,
            @Nullable String written,
            String name) {
        if (written == null) return Slug.of(Names.withoutNumber(name));
        if (Slug.isValid(written)) return new Slug(written);
        int line = keys.map(mapping -> mapping.line("slug")).orElse(1);
        folder.error(path, line, "'" + written + "' cannot be a slug. Try '" + Slug.of(written) + "'.");
        return Slug.of(written);
    }

    static Optional<YamlValue.Mapping> mapping(FolderReading folder, SourceFile file) {
        return folder.text(file).flatMap(text -> Yaml.parseMapping(folder, file.path(), text, 1));
    }

    private static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static long number(String name) {
        var match = FIRST_NUMBER.matcher(name);
        return match.find() ? Long.parseLong(match.group(1)) : Long.MAX_VALUE;
    }
}
