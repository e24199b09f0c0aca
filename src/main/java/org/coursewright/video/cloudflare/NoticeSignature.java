package org.coursewright.video.cloudflare;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How Cloudflare signs a notice: `time=SECONDS,sig1=HEX`, an HMAC-SHA256 over the time, a dot and the body.
final class NoticeSignature {

    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("time=([0-9]{1,12}),sig1=([0-9a-f]{64})");

    private NoticeSignature() {}

    /// Whether somebody who knows the secret wrote this just now.
    static boolean fits(String secret, String signature, byte[] body, Instant now) {
        var parts = FORM.matcher(signature);
        if (!parts.matches()) return false;
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), now).abs();
        return age.compareTo(OLDEST) <= 0
                && MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), of(secret, parts.group(1), body));
    }

    private static byte[] of(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
