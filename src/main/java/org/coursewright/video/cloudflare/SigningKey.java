package org.coursewright.video.cloudflare;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A key that signs, here and without asking Cloudflare, who may play a video of the account and until when.
///
/// @param id as Cloudflare calls it
record SigningKey(String id, PrivateKey key) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Reads the answer of `POST …/stream/keys`: an id, and the key as a JWK in base64.
    static Optional<SigningKey> of(String answer) {
        try {
            var whole = JSON.readTree(answer);
            var result = whole.path("result").isMissingNode() ? whole : whole.path("result");
            var jwk = JSON.readTree(Base64.getDecoder().decode(result.path("jwk").asString("")));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateCrtKeySpec(number(jwk, "n"),
                    number(jwk, "e"), number(jwk, "d"), number(jwk, "p"), number(jwk, "q"), number(jwk, "dp"),
                    number(jwk, "dq"), number(jwk, "qi")));
            return Optional.of(result.path("id").asString("")).filter(id -> !id.isEmpty())
                    .map(id -> new SigningKey(id, key));
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException malformed) {
            return Optional.empty();
        }
    }

    /// A JSON web token that stands in place of the video in its addresses.
    String token(String video, Instant until) {
        var head = JSON.createObjectNode().put("alg", "RS256").put("kid", id);
        var body = JSON.createObjectNode().put("sub", video).put("kid", id).put("exp", until.getEpochSecond());
        var signed = text(head.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + text(body.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + text(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asString("")));
    }
}
