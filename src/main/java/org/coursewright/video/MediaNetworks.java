package org.coursewright.video;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.coursewright.platform.WrongSetting;

/// Reads `COURSEWRIGHT_VIDEO_CDN`: `cloudfront://host/folder?key-pair=ID&key=/file.pem` or
/// `cloudflare://host/folder?key=/file`.
final class MediaNetworks {

    private static final String FORM = "COURSEWRIGHT_VIDEO_CDN must look like"
            + " cloudfront://cdn.example.org/objects?key-pair=K123&key=/private.pem or"
            + " cloudflare://cdn.example.org/objects?key=/secret: ";

    private MediaNetworks() {}

    /// @throws WrongSetting in words for the operator
    static Optional<MediaNetwork> of(VideoSettings settings) {
        var text = settings.cdn();
        if (text == null || text.isBlank()) return Optional.empty();
        var uri = uri(text);
        if (uri.getHost() == null || uri.getRawUserInfo() != null) throw wrong("it names no host");
        var base = "https://" + uri.getRawAuthority() + uri.getRawPath().replaceAll("/+$", "");
        var options = options(uri);
        var key = file(options);
        return Optional.of(switch (uri.getScheme()) {
            case "cloudfront" -> new CloudFront(base, keyPair(options), privateKey(key));
            case "cloudflare" -> new Cloudflare(base, secret(key), settings.tokenLife());
            default -> throw wrong(uri.getScheme() + " is not known");
        });
    }

    private static URI uri(String text) {
        try {
            var uri = URI.create(text);
            if (uri.getScheme() != null) return uri;
        } catch (IllegalArgumentException malformed) {
            throw wrong("it is no address");
        }
        throw wrong("it is no address");
    }

    private static Map<String, String> options(URI uri) {
        var options = new HashMap<String, String>();
        if (uri.getRawQuery() == null) return options;
        for (var option : uri.getRawQuery().split("&", -1)) {
            var parts = option.split("=", 2);
            options.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return options;
    }

    private static String keyPair(Map<String, String> options) {
        var id = options.getOrDefault("key-pair", "");
        if (!id.matches("[A-Za-z0-9]+")) throw wrong("key-pair is the id of the public key at CloudFront");
        return id;
    }

    private static String file(Map<String, String> options) {
        var name = options.getOrDefault("key", "");
        try {
            if (!name.isEmpty()) return Files.readString(Path.of(name)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong("the file of the key cannot be read");
        }
        throw wrong("key is the file that holds it");
    }

    private static byte[] secret(String text) {
        if (text.length() < 16) throw wrong("the key has less than 16 characters");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PrivateKey privateKey(String pem) {
        try {
            var body = pem.replace("-----BEGIN PRIVATE KEY-----", "").replace("-----END PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA").generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw wrong("the key is no RSA key in PKCS 8; openssl pkcs8 -topk8 -nocrypt makes one of it");
        }
    }

    private static WrongSetting wrong(String reason) {
        return new WrongSetting(FORM + reason);
    }
}
