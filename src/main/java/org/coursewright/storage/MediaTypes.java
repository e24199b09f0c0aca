package org.coursewright.storage;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/// What a file is, by its name.
public final class MediaTypes {

    /// Those of a school folder that the common list lacks or knows by another name.
    private static final Map<String, String> OURS = Map.of(
            "md", "text/markdown", "vtt", "text/vtt", "yaml", "text/yaml", "lock", "text/plain", "mustache",
            "text/plain", "mkv", "video/x-matroska", "webp", "image/webp", "avif", "image/avif", "woff2", "font/woff2");

    private MediaTypes() {}

    public static String of(String name) {
        var ours = OURS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (ours != null) return ours;
        return MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM).toString();
    }
}
