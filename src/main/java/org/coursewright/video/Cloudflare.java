package org.coursewright.video;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Addresses as a rule of Cloudflare checks them with `is_timed_hmac_valid_v0`: path, `?verify=`, when it was signed, and
/// an HMAC-SHA256 over path and time. How long that is good stands in the rule.
///
/// @param base address of the folder of all objects, without a slash at its end
/// @param life what the rule says
record Cloudflare(String base, byte[] secret, Duration life) implements MediaNetwork {

    @Override
    public String address(String folder, String file, Instant until) {
        var address = base + "/" + folder + "/" + file;
        var signed = until.minus(life).getEpochSecond();
        var code = Base64.getEncoder().encodeToString(hmac(URI.create(address).getRawPath() + signed));
        return address + "?verify=" + signed + "-" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
