package org.coursewright.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 over a text, as base64 in the URL alphabet.
public final class Signature {

    private final SecretKeySpec key;

    public Signature(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    public String of(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var signed = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /// Compares in constant time.
    public boolean fits(String text, String signature) {
        return MessageDigest.isEqual(
                of(text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }
}
