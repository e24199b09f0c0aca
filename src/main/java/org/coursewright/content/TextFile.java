package org.coursewright.content;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coursewright.platform.Hash;

/// A Markdown file with the files and pages that it names: what lessons, pages and posts have in common.
public final class TextFile {

    private final FolderReading folder;
    private final SourceFile file;
    private final FrontMatter text;
    private final SortedMap<String, Hash> files = new TreeMap<>();
    private final List<Item.Reference> references = new ArrayList<>();

    public TextFile(FolderReading folder, SourceFile file, FrontMatter text) {
        this.folder = folder;
        this.file = file;
        this.text = text;
        Link.in(text.body()).stream().filter(Link::isLocal).forEach(this::add);
    }

    /// Path to hash of every file that it names.
    public SortedMap<String, Hash> files() {
        return files;
    }

    public List<Item.Reference> references() {
        return references;
    }

    public void refer(String written, String kind, String name, int line) {
        references.add(new Item.Reference(written, kind, name, line));
    }

    /// Notes links to headings that the text has not.
    public void checkFragments() {
        var ids = Markdown.headingIds(text.body());
        for (var link : Link.in(text.body())) {
            if (!link.target().startsWith("#") || link.target().length() == 1) continue;
            var id = link.fragment();
            if (!ids.contains(id) && !text.body().contains("id=\"" + id + "\""))
                folder.warning(file.path(), text.bodyLine() + link.line() - 1,
                        "There is no heading '#" + id + "' in this text. Correct the link.");
        }
    }

    /// Adds a file that a key names, relative to this file.
    ///
    /// @return whether there is one; a missing one is noted
    public boolean addFile(String written, int line) {
        var path = Names.resolve(file.folder(), written);
        var found = path == null ? null : folder.tree().file(path).orElse(null);
        if (found == null) {
            folder.error(file.path(), line, "There is no file '" + written + "'. Add it or correct the name.");
            return false;
        }
        folder.claim(found.path());
        files.put(found.path(), found.hash());
        return true;
    }

    private void add(Link link) {
        int line = text.bodyLine() + link.line() - 1;
        var path = Names.resolve(link.target().startsWith("/") ? "" : file.folder(), link.path());
        if (path == null) {
            folder.error(file.path(), line, "'" + link.target() + "' leads out of the school folder.");
            return;
        }
        if (path.endsWith(".md") && !link.image()) {
            refer(link.target(), Item.Reference.PATH, path, line);
            return;
        }
        var found = folder.tree().file(path);
        if (found.isPresent()) {
            folder.claim(path);
            files.put(path, found.get().hash());
        } else if (link.image() || path.contains(".") || !link.target().startsWith("/")) {
            var what = link.image() ? "image" : "file";
            folder.error(file.path(), line,
                    "There is no " + what + " '" + link.target() + "'. Add it or correct the link.");
        }
    }
}
