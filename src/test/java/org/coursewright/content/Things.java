package org.coursewright.content;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A kind for tests of the store alone: `things/{name}/*.txt` is a thing with parts. Lines `name: value` stand first:
/// `id`, `title`, `file` (beside it), `see` (a reference to a thing), `key` (sealed); then an empty line and the body.
public final class Things implements ContentKind {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void read(FolderReading folder) {
        for (var thing : folder.foldersOf("things")) {
            var parts = new ArrayList<Item>();
            for (var file : folder.tree().under(thing))
                if (file.hasExtension("txt")) folder.text(file).ifPresent(text -> parts.add(part(folder, file, text)));
            var name = folder.nameOf(thing);
            folder.add(new Item("thing", thing.isEmpty() ? "thing" : thing, 1, thing.isEmpty() ? "thing" : thing, name,
                    Slug.of(name), name, JSON.createObjectNode(), "", new TreeMap<>(), null,
                    List.of(new Item.Section("", parts)), List.of()));
        }
    }

    private static Item part(FolderReading folder, SourceFile file, String text) {
        var halves = text.split("\n\n", 2);
        ObjectNode front = JSON.createObjectNode();
        for (var line : halves[0].lines().toList())
            front.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
        if (front.path("title").asString("").equals("wrong"))
            folder.error(file.path(), 1, "This title is wrong. Take another one.");
        var id = front.has("id") ? front.get("id").asString() : null;
        var files = new TreeMap<String, Hash>();
        var beside = file.folder() + "/" + front.path("file").asString("");
        folder.tree().file(beside).ifPresent(found -> files.put(found.path(), found.hash()));
        var references = front.has("see")
                ? List.of(new Item.Reference(front.get("see").asString(), "thing", front.get("see").asString(), 1))
                : List.<Item.Reference>of();
        var key = front.remove("key");
        front.remove(List.of("id", "see"));
        return new Item("part", file.path(), 1, file.path(), id, Slug.of(file.stem()),
                front.path("title").asString(file.stem()), front, halves.length == 1 ? "" : halves[1], files, key,
                List.of(), references);
    }
}
