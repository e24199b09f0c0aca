package org.coursewright.storage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// The `Upload-Metadata` header: what a file is before its bytes are there.
///
/// @param hash absent where the sender cannot tell, as browsers cannot of a large file
record UploadMetadata(String name, @Nullable Hash hash, String mediaType) {

    private static final int LONGEST_NAME = 1000;

    /// @param header pairs of a key and a value in base64, as tus has it: `filename`, `sha256` (hex), `filetype`
    static UploadMetadata parse(String header) {
        var values = new HashMap<String, String>();
        for (var pair : header.split(",", -1)) {
            var words = pair.strip().split(" ", 2);
            values.put(words[0], words.length == 1 ? "" : decoded(words[1]));
        }
        var name = values.getOrDefault("filename", "");
        var hash = values.getOrDefault("sha256", "");
        if (!hash.isEmpty() && !Hash.isValid(hash))
            throw new UploadRefused(400, "The SHA-256 in Upload-Metadata must be hex in base64.");
        if (name.length() > LONGEST_NAME) throw new UploadRefused(400, "The name of the file is too long.");
        return new UploadMetadata(name, hash.isEmpty() ? null : new Hash(hash), mediaType(values, name));
    }

    private static String mediaType(Map<String, String> values, String name) {
        var said = values.getOrDefault("filetype", "");
        if (said.matches("[\\w.+-]+/[\\w.+-]+")) return said;
        return MediaTypes.of(name);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new UploadRefused(400, "Upload-Metadata must be in base64.");
        }
    }
}
