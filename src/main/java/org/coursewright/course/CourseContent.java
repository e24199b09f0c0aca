package org.coursewright.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.YamlFile;
import org.coursewright.platform.Slug;
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
    public Map<String, Keys<?>> keys() {
        return Map.of("course", COURSE, "section", SECTION, "lesson", LessonReading.KEYS);
    }

    @Override
    public void read(FolderReading folder) {
        folder.foldersOf("courses").stream().sorted(IN_ORDER_OF_NAMES).forEach(course -> read(folder, course));
    }

    private static final Comparator<String> IN_ORDER_OF_NAMES = Comparator
            .comparing((String path) -> path.substring(path.lastIndexOf('/') + 1), IN_ORDER);

    private static void read(FolderReading folder, String course) {
        var written = YamlFile.of(folder, course, "course.yaml");
        var keys = written.read(COURSE);
        if (keys.draft()) {
            folder.tree().under(course).forEach(file -> folder.claim(file.path()));
            return;
        }
        var named = new ArrayList<YamlFile.Named>();
        if (keys.image() != null) named.add(new YamlFile.Named(keys.image(), written.line("image")));
        if (keys.trailer() != null) named.add(new YamlFile.Named(keys.trailer(), written.line("trailer")));
        if (keys.certificate() != null) check(written, keys.certificate());
        var name = folder.nameOf(course);
        var slug = written.slug(keys.slug(), name);
        var title = keys.title() == null ? Names.title(name) : keys.title();
        var sections = sections(folder, course, slug);
        if (sections.isEmpty())
            written.warning(0, "This course has no lesson yet. Put a Markdown file into its folder.");
        var references = keys.preparesFor().stream()
                .map(exam -> new Item.Reference(exam, "exam", exam, written.line("prepares-for")))
                .toList();
        folder.add(new Item(
                "course", written.place(), 1, course.isEmpty() ? "." : course, keys.id(), slug, title,
                Keys.json(CourseFront.of(keys, course)), "", written.files(course, named), null, sections, references));
    }

    private static void check(YamlFile written, CourseKeys.CertificateRule rule) {
        if (rule.lessons() != null && CertificateTerms.share(rule.lessons()).isEmpty())
            written.error(written.line("certificate", "lessons"),
                    "'" + rule.lessons() + "' is no share of the lessons. Write 1% to 100%, such as 90%.");
        if (rule.exam() != null && !rule.exam().equals("pass"))
            written.error(written.line("certificate", "exam"),
                    "'" + rule.exam() + "' is nothing that an exam can ask for. Write pass, or leave it out.");
    }

    private static List<Item.Section> sections(FolderReading folder, String course, Slug slug) {
        var sections = new ArrayList<Item.Section>();
        var loose = lessons(folder, course, slug);
        if (!loose.isEmpty()) sections.add(new Item.Section("", loose));
        folder.tree().folders(course).stream().sorted(IN_ORDER).forEach(name -> {
            var lessons = lessons(folder, Names.inside(course, name), slug);
            if (!lessons.isEmpty())
                sections.add(new Item.Section(sectionTitle(folder, Names.inside(course, name)), lessons));
        });
        return sections;
    }

    private static String sectionTitle(FolderReading folder, String section) {
        var title = YamlFile.of(folder, section, "section.yaml").read(SECTION).title();
        return title == null ? Names.title(folder.nameOf(section)) : title;
    }

    private static List<Item> lessons(FolderReading folder, String parent, Slug course) {
        return folder.tree().under(parent).stream()
                .filter(file -> file.folder().equals(parent) && file.hasExtension("md"))
                .filter(file -> !file.name().equalsIgnoreCase("readme.md"))
                .sorted(Comparator.comparing(SourceFile::name, IN_ORDER))
                .flatMap(file -> LessonReading.read(folder, file, course).stream())
                .toList();
    }

    private static long number(String name) {
        var match = FIRST_NUMBER.matcher(name);
        return match.find() ? Long.parseLong(match.group(1)) : Long.MAX_VALUE;
    }
}
