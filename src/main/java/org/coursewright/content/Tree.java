package org.coursewright.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// All files of a source in one state, by their path relative to its root.
public record Tree(@JsonValue SortedMap<String, TreeFile> files) {

    public static final Tree EMPTY = new Tree(new TreeMap<>());

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_FILES = 50_000;

    public Tree {
        if (files.size() > MOST_FILES)
            throw new IllegalArgumentException("A source may have " + MOST_FILES + " files, not " + files.size() + ".");
        files.keySet().forEach(Tree::checkPath);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    @JsonCreator
    public Tree(Map<String, TreeFile> files) {
        this(new TreeMap<>(files));
    }

    static Tree parse(String json) {
        return JSON.readValue(json, Tree.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /// Paths whose file is not the same in the other one, or only in one of them.
    public Set<String> difference(Tree other) {
        var paths = new TreeSet<String>();
        files.forEach((path, file) -> {
            if (!file.equals(other.files.get(path))) paths.add(path);
        });
        other.files.keySet().stream().filter(path -> !files.containsKey(path)).forEach(paths::add);
        return paths;
    }

    /// With one file replaced.
    Tree with(String path, TreeFile file) {
        var all = new TreeMap<>(files);
        all.put(path, file);
        return new Tree(all);
    }

    private static void checkPath(String path) {
        if (!Paths.isSafe(path))
            throw new IllegalArgumentException("'" + path + "' is no path within a folder that can be kept.");
    }
}
