package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Hashes of large files, kept in `.coursewright/hashes.json` while size and time of the file stay the same.
final class HashMemory {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LARGE = 1 << 20;

    private final Path folder;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Known> seen = new TreeMap<>();

    /// A file as it was when it was read.
    private record Known(long size, long time, String sha256) {}

    private record Memory(Map<String, Known> files) {}

    HashMemory(Path folder) throws IOException {
        this.folder = folder;
        var file = file();
        try {
            if (Files.exists(file)) known.putAll(JSON.readValue(Files.readString(file), Memory.class).files());
        } catch (JacksonException broken) {
            known.clear();
        }
    }

    Hash of(Path file) throws IOException {
        long size = Files.size(file);
        if (size < LARGE) return Hash.of(file);
        long time = Files.getLastModifiedTime(file).toMillis();
        var path = folder.relativize(file).toString();
        var before = known.get(path);
        var hash = before != null && before.size() == size && before.time() == time
                ? before.sha256()
                : Hash.of(file).hex();
        seen.put(path, new Known(size, time, hash));
        return new Hash(hash);
    }

    void write() throws IOException {
        if (seen.isEmpty()) return;
        Files.createDirectories(folder.resolve(".coursewright"));
        Files.writeString(file(), JSON.writeValueAsString(new Memory(seen)));
    }

    private Path file() {
        return folder.resolve(".coursewright/hashes.json");
    }
}
