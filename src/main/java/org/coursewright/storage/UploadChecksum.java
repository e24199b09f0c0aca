package org.coursewright.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// The `Upload-Checksum` header: what the bytes of one request must add up to.
final class UploadChecksum {

    static final String ALGORITHMS = "sha256,sha1";
    private static final Map<String, String> NAMES = Map.of("sha256", "SHA-256", "sha1", "SHA-1");

    private final MessageDigest digest;
    private final byte[] expected;

    private UploadChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    static UploadChecksum parse(String header) {
        var words = header.strip().split(" +");
        var name = NAMES.get(words[0]);
        if (name == null || words.length != 2)
            throw new UploadRefused(400, "Upload-Checksum must be one of " + ALGORITHMS + " and a sum in base64.");
        try {
            return new UploadChecksum(MessageDigest.getInstance(name), Base64.getDecoder().decode(words[1]));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        } catch (IllegalArgumentException notBase64) {
            throw new UploadRefused(400, "Upload-Checksum must be in base64.");
        }
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    boolean fits() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
