package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Recognises by its first bytes what somebody uploaded instead of a video. ffmpeg would guess by the name or say
/// "Invalid data"; people want to hear what the file is.
public final class FirstBytes {

    private static final int ENOUGH = 4096;
    private static final List<String> ATOMS = List.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");

    private final byte[] bytes;
    private final String latin;

    private FirstBytes(byte[] bytes) {
        this.bytes = bytes;
        this.latin = new String(bytes, ISO_8859_1);
    }

    /// @param start of a file, some thousand bytes are enough
    public static FirstBytes of(byte[] start) {
        return new FirstBytes(Arrays.copyOf(start, Math.min(start.length, ENOUGH)));
    }

    static FirstBytes of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new FirstBytes(in.readNBytes(ENOUGH));
        }
    }

    public Optional<Refusal> refusal() {
        if (bytes.length == 0) return Optional.of(Refusal.EMPTY);
        if (latin.startsWith("%PDF")) return Optional.of(Refusal.DOCUMENT);
        if (latin.startsWith("PK\3\4") || latin.startsWith("\37\213") || latin.startsWith("7z\274\257")
                || latin.startsWith("Rar!"))
            return Optional.of(Refusal.ARCHIVE);
        if (latin.startsWith("\211PNG") || latin.startsWith("\377\330\377") || latin.startsWith("GIF8") || image())
            return Optional.of(Refusal.PICTURE);
        if (!text()) return Optional.empty();
        var start = latin.replace("\357\273\277", "").stripLeading();
        if (start.startsWith("#EXTM3U") || start.startsWith("ffconcat") || start.contains("<MPD"))
            return Optional.of(Refusal.PLAYLIST);
        if (start.contains("<svg")) return Optional.of(Refusal.PICTURE);
        return Optional.of(Refusal.TEXT);
    }

    /// A QuickTime or MP4 file, whole or not: a recorder that was cut off leaves the index out.
    boolean movie() {
        return bytes.length >= 8 && ATOMS.contains(latin.substring(4, 8));
    }

    private boolean image() {
        if (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8)) return true;
        return latin.startsWith("ftyp", 4)
                && (latin.startsWith("avif", 8) || latin.startsWith("heic", 8) || latin.startsWith("mif1", 8));
    }

    private boolean text() {
        for (var each : bytes)
            if (each >= 0 && each < 32 && each != '\n' && each != '\r' && each != '\t' && each != '\f') return false;
        var whole = Arrays.copyOf(bytes, bytes.length < ENOUGH ? bytes.length : lastBoundary());
        try {
            UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(whole));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// Where the last whole UTF-8 character ends at the latest.
    private int lastBoundary() {
        var end = bytes.length;
        while (end > 0 && (bytes[end - 1] & 0xC0) == 0x80)
            end--;
        return end > 0 && bytes[end - 1] < 0 ? end - 1 : end;
    }
}
