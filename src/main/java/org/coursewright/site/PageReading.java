package org.coursewright.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
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

/// Reads a page or a post: a text with the files and pages that it names.
final class PageReading {

    static final Keys<PageKeys> PAGE = new Keys<>(PageKeys.class, "a page");
    private static final Pattern DATED = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})-(.+)$");

    private PageReading() {}

    /// @param kind `page` or `post`
    static void read(FolderReading folder, SourceFile file, String kind) {
        var text = folder.text(file).flatMap(whole -> FrontMatter.parse(folder, file.path(), whole));
        text.ifPresent(whole -> read(folder, file, kind, whole));
    }

    private static void read(FolderReading folder, SourceFile file, String kind, FrontMatter text) {
        var keys = PAGE.read(folder, file.path(), text.keys());
        var parts = new TextFile(folder, file, text);
        if (keys.draft()) return;
        parts.checkFragments();
        var name = Names.withoutExtension(file.name());
        var dated = DATED.matcher(name);
        boolean isDated = kind.equals("post") && dated.matches();
        var date = keys.date() != null ? keys.date() : isDated ? dated.group(1) : null;
        if (kind.equals("post") && (date == null || !isDay(date)))
            folder.error(file.path(), text.keys().line("date"), "A post needs its day: name the file 2026-11-22-"
                    + Slug.of(name) + ".md, or add 'date: 2026-11-22'.");
        var plain = isDated ? dated.group(2) : name;
        var slug = YamlFile.slug(folder, file.path(), text.keys(), keys.slug(), plain);
        var titled = TitledText.of(text.body());
        var title = titled.title(keys.title(), plain);
        var front = new PageKeys(null, null, null, keys.summary(), date, keys.authors(), keys.menu(), false);
        folder.add(new Item(
                kind, file.path(), 1, file.path(), keys.id(), slug, title, Keys.json(front), titled.body(title),
                parts.files(), null, List.of(), parts.references()));
    }

    private static boolean isDay(String date) {
        try {
            return LocalDate.parse(date) != null;
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}
