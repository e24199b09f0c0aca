package org.coursewright.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.FrontMatter;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.TextFile;
import org.coursewright.content.Yaml;
import org.coursewright.content.YamlValue;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads what makes the public site: `school.yaml`, `pages/`, `blog/`, `redirects.yaml`, `theme/`.
@Component
public final class SiteContent implements ContentKind {

    private static final Keys<SchoolKeys> SCHOOL = new Keys<>(SchoolKeys.class, "a school");
    private static final Keys<HomeKeys> HOME = new Keys<>(HomeKeys.class, "a home page");
    private static final Keys<PageKeys> PAGE = new Keys<>(PageKeys.class, "a page");
    private static final Pattern DATED = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})-(.+)$");
    private static final Pattern HEADING = Pattern.compile("(?m)\\A\\s*# +(.+?)[ #]*$");

    @Override
    public void read(FolderReading folder) {
        if (!folder.at().isEmpty()) return;
        yaml(folder, "school.yaml").ifPresent(keys -> {
            var school = SCHOOL.read(folder, "school.yaml", keys);
            var files = files(folder, "school.yaml", keys, pictures(school));
            folder.add(item("site", "school.yaml", null, "school", title(school.name(), "School"), Keys.json(school),
                    files));
        });
        yaml(folder, "pages/home.yaml").ifPresent(keys -> {
            var home = HOME.read(folder, "pages/home.yaml", keys);
            var images = home.sections().stream().flatMap(section -> Optional.ofNullable(section.image()).stream());
            var files = files(folder, "pages/home.yaml", keys, images.toList());
            folder.add(item("home", "pages/home.yaml", null, "home", "Home", Keys.json(home), files));
        });
        texts(folder, "pages").forEach(file -> text(folder, file, "page"));
        texts(folder, "blog").forEach(file -> text(folder, file, "post"));
        redirects(folder);
        theme(folder);
    }

    private static void text(FolderReading folder, SourceFile file, String kind) {
        var text = folder.text(file).flatMap(whole -> FrontMatter.parse(folder, file.path(), whole));
        if (text.isEmpty()) return;
        var keys = PAGE.read(folder, file.path(), text.get().keys());
        var parts = new TextFile(folder, file, text.get());
        if (keys.draft()) return;
        var name = Names.withoutExtension(file.name());
        var dated = DATED.matcher(name);
        boolean isDated = kind.equals("post") && dated.matches();
        var date = keys.date() != null ? keys.date() : isDated ? dated.group(1) : null;
        if (kind.equals("post") && (date == null || !date.matches("\\d{4}-\\d{2}-\\d{2}"))) {
            folder.error(file.path(), text.get().keys().line("date"), "A post needs its day: name the file 2026-11-22-"
                    + Slug.of(name) + ".md, or add 'date: 2026-11-22'.");
        }
        var plain = isDated ? dated.group(2) : name;
        var slug = keys.slug() == null
                ? Slug.of(Names.withoutNumber(plain))
                : slug(folder, file, text.get(), keys.slug());
        var heading = HEADING.matcher(text.get().body());
        boolean hasHeading = heading.find();
        var title = keys.title() != null ? keys.title() : hasHeading ? heading.group(1).strip() : Names.title(plain);
        boolean titled = hasHeading && title.equals(heading.group(1).strip());
        var body = titled ? text.get().body().substring(heading.end()).stripLeading() : text.get().body();
        var front = new PageKeys(null, null, null, keys.summary(), date, keys.authors(), keys.menu(), false);
        folder.add(new Item(
                kind, file.path(), 1, file.path(), keys.id(), slug, title, Keys.json(front), body, parts.files(), null,
                List.of(), parts.references()));
    }

    private static Slug slug(FolderReading folder, SourceFile file, FrontMatter text, String written) {
        if (Slug.isValid(written)) return new Slug(written);
        folder.error(
                file.path(), text.keys().line("slug"),
                "'" + written + "' cannot be a slug. Try '" + Slug.of(written) + "'.");
        return Slug.of(written);
    }

    private static void redirects(FolderReading folder) {
        yaml(folder, "redirects.yaml").ifPresent(keys -> {
            var redirects = new TreeMap<String, String>();
            keys.values().forEach((from, value) -> {
                if (from.startsWith("/") && value instanceof YamlValue.Text to
                        && to.text().matches("/[^/].*|/|https://.+"))
                    redirects.put(from, to.text());
                else
                    folder.error("redirects.yaml", keys.line(from),
                            "A redirect is '/old/path: /new/path', or to https://…");
            });
            folder.add(item(
                    "redirects", "redirects.yaml", null, "redirects", "Redirects", Keys.json(new Redirects(redirects)),
                    new TreeMap<>()));
        });
    }

    private static void theme(FolderReading folder) {
        var files = new TreeMap<String, Hash>();
        folder.tree().under("theme").forEach(file -> {
            folder.claim(file.path());
            files.put(file.path(), file.hash());
        });
        if (files.isEmpty()) return;
        var written = yaml(folder, "theme/theme.yaml").orElseGet(() -> YamlValue.Mapping.empty(1));
        var keys = new Keys<>(ThemeKeys.class, "a theme").read(folder, "theme/theme.yaml", written);
        folder.add(item("theme", "theme/theme.yaml", null, "theme", "Theme", Keys.json(keys), files));
    }

    private static Item item(
            String kind,
            String path,
            @Nullable String id,
            String slug,
            String title,
            JsonNode front,
            TreeMap<String, Hash> files) {
        return new Item(
                kind, path, 1, path, id == null ? kind : id, new Slug(slug), title, front, "", files, null, List.of(),
                List.of());
    }

    private static List<String> pictures(SchoolKeys school) {
        var pictures = new ArrayList<String>();
        if (school.logo() != null) pictures.add(school.logo());
        school.authors().forEach(author -> Optional.ofNullable(author.picture()).ifPresent(pictures::add));
        return pictures;
    }

    private static TreeMap<String, Hash> files(
            FolderReading folder, String path, YamlValue.Mapping keys, List<String> names) {
        var files = new TreeMap<String, Hash>();
        for (var name : names) {
            var found = folder.tree().file(name.replaceFirst("^/", ""));
            if (found.isEmpty())
                folder.error(path, keys.line(), "There is no file '" + name + "'. Paths begin at the school's folder.");
            found.ifPresent(file -> {
                folder.claim(file.path());
                files.put(file.path(), file.hash());
            });
        }
        return files;
    }

    private static List<SourceFile> texts(FolderReading folder, String parent) {
        return folder.tree().under(parent).stream()
                .filter(file -> file.hasExtension("md") && file.folder().equals(parent))
                .toList();
    }

    private static Optional<YamlValue.Mapping> yaml(FolderReading folder, String path) {
        return folder.tree()
                .file(path)
                .flatMap(folder::text)
                .flatMap(text -> Yaml.parseMapping(folder, path, text, 1));
    }

    private static String title(@Nullable String written, String otherwise) {
        return written == null ? otherwise : written;
    }

    /// @param paths old path to new path
    record Redirects(Map<String, String> paths) {}
}
