package org.coursewright.video;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.coursewright.platform.AddressSetting;
import org.coursewright.platform.WrongSetting;

/// Reads `COURSEWRIGHT_VIDEO_CDN`: `cloudfront://host/folder?key-pair=ID&key=/file.pem` or
/// `cloudflare://host/folder?key=/file`.
final class MediaNetworks {

    private static final String FORM = "COURSEWRIGHT_VIDEO_CDN must look like"
            + " cloudfront://cdn.example.org/objects?key-pair=K123&key=/private.pem or"
            + " cloudflare://cdn.example.org/objects?key=/secret";

    private MediaNetworks() {}

    /// @throws WrongSetting in words for the operator
    static Optional<MediaNetwork> of(VideoSettings settings) {
        var text = settings.cdn();
        if (text == null || text.isBlank()) return Optional.empty();
        var setting = AddressSetting.of(text, FORM);
        if (!setting.user().isEmpty()) throw setting.wrong("it names no host");
        var base = "https://" + setting.host() + setting.path();
        var key = setting.file("key");
        return Optional.of(switch (setting.scheme()) {
            case "cloudfront" -> new CloudFront(base, keyPair(setting), privateKey(setting, key));
            case "cloudflare" -> new Cloudflare(base, secret(setting, key), settings.tokenLife());
            default -> throw setting.wrong(setting.scheme() + " is not known");
        });
    }

    private static String keyPair(AddressSetting setting) {
        var id = setting.option("key-pair");
        if (!id.matches("[A-Za-z0-9]+")) throw setting.wrong("key-pair is the id of the public key at CloudFront");
        return id;
    }

    private static byte[] secret(AddressSetting setting, String text) {
        if (text.length() < 16) throw setting.wrong("the key has less than 16 characters");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PrivateKey privateKey(AddressSetting setting, String pem) {
        try {
            var body = pem.replace("-----BEGIN PRIVATE KEY-----", "").replace("-----END PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA").generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw setting.wrong("the key is no RSA key in PKCS 8; openssl pkcs8 -topk8 -nocrypt makes one of it");
        }
    }
}
