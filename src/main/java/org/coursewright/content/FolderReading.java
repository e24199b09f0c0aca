package org.coursewright.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A folder while it is read: its files, what was found in it, what is wrong with it.
public final class FolderReading {

    private final SourceTree tree;
    private final String at;
    private final List<Item> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> claimed = new HashSet<>();
    private final Set<String> foreignKeys = new HashSet<>();

    FolderReading(SourceTree tree, String at) {
        this.tree = tree;
        this.at = at;
    }

    public SourceTree tree() {
        return tree;
    }

    /// Where the source stands in the school; empty = it is the whole school.
    public String at() {
        return at;
    }

    /// The folders of one kind (`courses`, `exams` …), each relative to this source's root: all of them in a whole
    /// school, or the root itself (empty) where the source is one of them.
    public List<String> foldersOf(String parent) {
        if (at.isEmpty())
            return tree.folders(parent).stream().map(name -> parent + "/" + name).toList();
        return at.startsWith(parent + "/") ? List.of("") : List.of();
    }

    /// The name of such a folder, also where the source's root is it.
    public String nameOf(String folder) {
        var path = folder.isEmpty() ? at : folder;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The text of a file that is then known to be of use.
    ///
    /// @return empty where it cannot be read, which is noted
    public Optional<String> text(SourceFile file) {
        claim(file.path());
        try {
            if (file.size() > SchoolFolder.LARGEST_TEXT) {
                error(file.path(), 0, "This text has more than 2 MB. Split it into smaller files.");
                return Optional.empty();
            }
            var text = file.text().read();
            int bad = Characters.firstForbidden(text);
            if (bad >= 0) {
                error(
                        file.path(),
                        Characters.line(text, bad),
                        "There is a control character (U+%04X) here. Remove it.".formatted((int) text.charAt(bad)));
                return Optional.empty();
            }
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (IOException unreadable) {
            error(file.path(), 0, "This file is no UTF-8 text. Save it as UTF-8.");
            return Optional.empty();
        }
    }

    public void claim(String path) {
        claimed.add(path);
    }

    boolean isClaimed(String path) {
        return claimed.contains(path);
    }

    public void add(Item item) {
        items.add(item);
    }

    /// What stands at the top: courses, banks, exams, pages …
    public List<Item> items() {
        return List.copyOf(items);
    }

    public Stream<Item> allItems() {
        return items.stream().flatMap(Item::withMembers);
    }

    public void error(String path, int line, String message) {
        findings.add(new Finding(path, line, Finding.Level.ERROR, message));
    }

    public void warning(String path, int line, String message) {
        findings.add(new Finding(path, line, Finding.Level.WARNING, message));
    }

    /// Foreign keys are told once each.
    void foreignKey(String path, int line, String key) {
        if (foreignKeys.add(key))
            warning(path, line, "'" + key + "' is a key of another program and has no meaning here (said once).");
    }

    public List<Finding> findings() {
        return findings.stream().sorted().distinct().toList();
    }
}
