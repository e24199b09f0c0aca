package org.coursewright.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 in 64 lower-case hexadecimal digits.
public record Hash(String hex) {

    private static final Pattern VALID = Pattern.compile("[0-9a-f]{64}");

    public Hash {
        if (!isValid(hex)) throw new IllegalArgumentException("not a SHA-256: " + hex);
    }

    public static boolean isValid(String hex) {
        return VALID.matcher(hex).matches();
    }

    public static Hash of(byte[] bytes) {
        return of(digest().digest(bytes), 0);
    }

    public static Hash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Hash of(Path file) throws IOException {
        var digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
                digest.update(buffer, 0, read);
        }
        return of(digest.digest(), 0);
    }

    /// The hash of what was fed to a digest made by [#digest()].
    public static Hash of(MessageDigest fed) {
        return of(fed.digest(), 0);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    private static Hash of(byte[] digest, int from) {
        return new Hash(HexFormat.of().formatHex(digest, from, digest.length));
    }
}
