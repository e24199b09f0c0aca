package org.coursewright.video;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coursewright.outbound.Answer;
import org.springframework.http.ContentDisposition;

/// What a file is called that a server sends: by its own word, else by its address, with an ending that says that it is a
/// video. What it really is tell its first bytes.
final class ImportName {

    private static final int LONGEST = 150;
    private static final Map<String, String> ENDINGS = Map.of(
            "video/quicktime", ".mov", "video/x-matroska", ".mkv", "video/matroska", ".mkv", "video/webm", ".webm",
            "video/x-msvideo", ".avi", "video/mpeg", ".mpg", "video/x-m4v", ".m4v");

    private ImportName() {}

    static String of(Answer answer) {
        var said = answer.header("Content-Disposition").flatMap(ImportName::said);
        return of(said.orElse(answer.address().name()), answer.header("Content-Type").orElse(""));
    }

    static String of(String said, String type) {
        var name = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}|[\\uFFFD]", "").strip();
        if (name.length() > LONGEST) name = name.substring(name.length() - LONGEST);
        if (VideoInspection.isVideo(name)) return name;
        var plain = type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return (name.isEmpty() ? "video" : name) + ENDINGS.getOrDefault(plain, ".mp4");
    }

    /// Servers write letters beyond ASCII as they are, too, in UTF-8 that was read as Latin-1.
    private static Optional<String> said(String header) {
        try {
            return Optional.ofNullable(ContentDisposition.parse(header).getFilename())
                    .map(name -> name.chars().allMatch(each -> each < 256)
                            ? new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                            : name);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
