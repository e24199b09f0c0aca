package org.coursewright.video;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/// Signed addresses of Amazon CloudFront with a policy of their own, which holds for all files of one video: a player gets
/// the same words behind each of them.
///
/// @param base address of the folder of all objects, without a slash at its end
/// @param keyPair the id of the public key, as CloudFront calls it
record CloudFront(String base, String keyPair, PrivateKey key) implements MediaNetwork {

    @Override
    public String address(String folder, String file, Instant until) {
        var policy = "{\"Statement\":[{\"Resource\":\"" + base + "/" + folder
                + "/*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":" + until.getEpochSecond() + "}}}]}";
        var bytes = policy.getBytes(StandardCharsets.UTF_8);
        return base + "/" + folder + "/" + file + "?Policy=" + text(bytes) + "&Signature=" + text(signed(bytes))
                + "&Key-Pair-Id=" + keyPair;
    }

    private byte[] signed(byte[] policy) {
        try {
            var signature = Signature.getInstance("SHA1withRSA"); // the only one that CloudFront knows without a hint
            signature.initSign(key);
            signature.update(policy);
            return signature.sign();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /// Base64, with other letters than usual in place of those that an address cannot hold.
    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes).replace('+', '-').replace('=', '_').replace('/', '~');
    }
}
