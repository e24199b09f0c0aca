package org.coursewright.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Styles, scripts, fonts and icons, as `web/build.mjs` made them: names carry a hash, so browsers keep them for ever.
///
/// They lie in the program; with `coursewright.assets` they are read from a folder, anew after each build.
@Component
public class Assets {

    static final String FOLDER = "/assets/";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path folder;
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private volatile Map<String, Asset> assets;
    private volatile long readAt;

    /// @param integrity hash that browsers check (SRI)
    /// @param imports files that a script loads at once
    record Asset(String file, @Nullable String integrity, @Nullable List<String> imports) {}

    Assets(@Value("${coursewright.assets:}") String folder) {
        this.folder = folder.isEmpty() ? null : Path.of(folder);
        this.assets = read();
    }

    /// The address of an asset by its plain name, such as `shell.js`.
    public String url(String name) {
        var asset = current().get(name);
        return FOLDER + (asset == null ? name : asset.file());
    }

    /// What browsers check it against; null where nothing was built.
    public @Nullable String integrity(String name) {
        var asset = current().get(name);
        return asset == null ? null : asset.integrity();
    }

    /// Addresses of what a script loads at once, to be fetched with it.
    public List<String> imports(String name) {
        var asset = current().get(name);
        if (asset == null || asset.imports() == null) return List.of();
        return asset.imports().stream().map(file -> FOLDER + file).toList();
    }

    /// The bytes of a file in an encoding, where there is that variant.
    Optional<byte[]> find(String file, Encoding encoding) {
        var name = switch (encoding) {
            case BROTLI -> file + ".br";
            case GZIP -> file + ".gz";
            case IDENTITY -> file;
        };
        var kept = bytes.get(name);
        if (kept != null) return Optional.of(kept);
        var found = open(name);
        if (folder == null) found.ifPresent(content -> bytes.put(name, content));
        return found;
    }

    private Map<String, Asset> current() {
        if (folder != null && modified() != readAt) assets = read();
        return assets;
    }

    private Map<String, Asset> read() {
        readAt = modified();
        var list = open("assets.json");
        if (list.isEmpty()) return Map.of();
        var read = new HashMap<String, Asset>();
        JSON.readTree(list.get()).forEachEntry((name, asset) -> read.put(name, JSON.treeToValue(asset, Asset.class)));
        return Map.copyOf(read);
    }

    private long modified() {
        try {
            return folder == null ? 0 : Files.getLastModifiedTime(folder.resolve("assets.json")).toMillis();
        } catch (IOException _) {
            return readAt;
        }
    }

    private Optional<byte[]> open(String name) {
        try {
            if (folder != null) {
                var file = folder.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            }
            try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
