package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a folder remembers of its school, in `.coursewright/state.json`.
///
/// @param base number of the revision that the folder was last the same as
/// @param push code of a push that has not ended, with the hash of what it sends
/// @param uploads addresses of uploads that have not ended, by the hash of the file
record FolderState(
        @Nullable String url,
        @Nullable String school,
        @Nullable String source,
        @Nullable Integer base,
        @Nullable Begun push,
        Map<String, String> uploads) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final FolderState NONE = new FolderState(null, null, null, null, null, Map.of());

    /// A push on its way.
    record Begun(String code, String content) {}

    FolderState {
        uploads = uploads == null ? Map.of() : Map.copyOf(uploads);
    }

    static FolderState read(Path folder) throws IOException {
        var file = file(folder);
        try {
            return Files.exists(file) ? JSON.readValue(Files.readString(file), FolderState.class) : NONE;
        } catch (JacksonException broken) {
            throw new Refusal(file + " is broken. Delete it, then run: coursewright pull " + folder);
        }
    }

    void write(Path folder) throws IOException {
        var file = file(folder);
        Files.createDirectories(folder.resolve(".coursewright"));
        var ignore = folder.resolve(".coursewright/.gitignore");
        if (!Files.exists(ignore)) Files.writeString(ignore, "*\n");
        var fresh = file.resolveSibling("state.json.new");
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The same folder at another place: what it knew of the old one is forgotten.
    FolderState at(String url, String school, String source) {
        boolean same = url.equals(this.url) && school.equals(this.school) && source.equals(this.source);
        return same ? this : new FolderState(url, school, source, null, null, Map.of());
    }

    FolderState withBase(int number) {
        return new FolderState(url, school, source, number, null, Map.of());
    }

    /// Another base for a push that has not ended.
    FolderState onBase(int number) {
        return new FolderState(url, school, source, number, push, uploads);
    }

    FolderState withPush(Begun begun) {
        return new FolderState(url, school, source, base, begun, uploads);
    }

    FolderState withUpload(String hash, String address) {
        var all = new TreeMap<>(uploads);
        all.put(hash, address);
        return new FolderState(url, school, source, base, push, all);
    }

    private static Path file(Path folder) {
        return folder.resolve(".coursewright/state.json");
    }
}
