package org.coursewright.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.SourceFile;
import org.coursewright.content.YamlFile;
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
    private static final Keys<ThemeKeys> THEME = new Keys<>(ThemeKeys.class, "a theme");

    @Override
    public Map<String, Keys<?>> keys() {
        return Map.of("school", SCHOOL, "home", HOME, "theme", THEME, "page", PageReading.PAGE);
    }

    @Override
    public void read(FolderReading folder) {
        if (!folder.at().isEmpty()) return;
        YamlFile.find(folder, "school.yaml").ifPresent(SiteContent::school);
        YamlFile.find(folder, "pages/home.yaml").ifPresent(SiteContent::home);
        texts(folder, "pages").forEach(file -> PageReading.read(folder, file, "page"));
        texts(folder, "blog").forEach(file -> PageReading.read(folder, file, "post"));
        YamlFile.find(folder, Redirects.PATH).ifPresent(file -> folder.add(
                item("redirects", file.place(), null, "Redirects", Keys.json(Redirects.read(file)), new TreeMap<>(),
                        List.of())));
        theme(folder);
    }

    private static void school(YamlFile file) {
        var keys = file.read(SCHOOL);
        var pictures = new ArrayList<YamlFile.Named>();
        if (keys.logo() != null) pictures.add(new YamlFile.Named(keys.logo(), file.line("logo")));
        for (int i = 0; i < keys.authors().size(); i++) {
            int line = file.line("authors", i, "picture");
            Optional.ofNullable(keys.authors().get(i).picture())
                    .ifPresent(name -> pictures.add(new YamlFile.Named(name, line)));
        }
        var title = keys.name() == null ? "School" : keys.name();
        file.folder().add(item(
                "site", file.place(), keys.id(), title, Keys.json(keys), file.files("", pictures), List.of()));
    }

    private static void home(YamlFile file) {
        var keys = file.read(HOME);
        var images = new ArrayList<YamlFile.Named>();
        var references = new ArrayList<Item.Reference>();
        for (int i = 0; i < keys.sections().size(); i++) {
            var section = keys.sections().get(i);
            if (section.kind() == null)
                file.error(file.line("sections", i), "A section needs a 'kind', such as hero, courses or text.");
            if (section.image() != null)
                images.add(new YamlFile.Named(section.image(), file.line("sections", i, "image")));
            int line = file.line("sections", i, "courses");
            section.courses().forEach(slug -> references.add(new Item.Reference(slug, "course", slug, line)));
        }
        file.folder().add(item(
                "home", file.place(), keys.id(), "Home", Keys.json(keys), file.files("", images), references));
    }

    private static void theme(FolderReading folder) {
        var files = new TreeMap<String, Hash>();
        folder.tree().under("theme").forEach(file -> {
            folder.claim(file.path());
            files.put(file.path(), file.hash());
        });
        if (files.isEmpty()) return;
        var written = YamlFile.of(folder, "theme", "theme.yaml");
        var keys = written.read(THEME);
        ThemeCheck.run(folder, keys.tokens());
        folder.add(item("theme", written.place(), keys.id(), "Theme", Keys.json(keys), files, List.of()));
    }

    /// There is one of each in a school, so its kind is id enough.
    private static Item item(
            String kind,
            String path,
            @Nullable String id,
            String title,
            JsonNode front,
            SortedMap<String, Hash> files,
            List<Item.Reference> references) {
        var slug = kind.equals("site") ? "school" : kind;
        return new Item(
                kind, path, 1, path, id == null ? kind : id, new Slug(slug), title, front, "", files, null, List.of(),
                references);
    }

    private static List<SourceFile> texts(FolderReading folder, String parent) {
        return folder.tree().under(parent).stream()
                .filter(file -> file.hasExtension("md") && file.folder().equals(parent))
                .filter(file -> !file.name().equalsIgnoreCase("readme.md"))
                .toList();
    }
}
