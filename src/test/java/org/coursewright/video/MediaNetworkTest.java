package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coursewright.platform.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Addresses are checked as the networks say that they check them.
class MediaNetworkTest {

    private static final Duration LIFE = Duration.ofHours(4);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String FOLDER = "1/video/abc";
    private static final String SECRET = "a secret of the zone";

    @TempDir
    Path folder;

    private KeyPair keys;
    private Path pem;
    private Path secret;

    @BeforeEach
    void makeKeys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        pem = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
        secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    }

    @Test
    void cloudFrontLetsInWhatThePolicyNamesUntilItEnds() throws Exception {
        var address = cloudFront().address(FOLDER, "720-0123456789ab.mp4", NOW.plus(LIFE));
        assertThat(address).startsWith("https://cdn.example.org/objects/1/video/abc/720-0123456789ab.mp4?Policy=");
        assertThat(passes(address, NOW)).isTrue();
        assertThat(passes(address, NOW.plus(LIFE))).as("over").isFalse();
        assertThat(passes(address.replace("/abc/720", "/abd/720"), NOW)).as("another video").isFalse();
        assertThat(passes(address.replace("cdn.", "cdm."), NOW)).as("another host").isFalse();
        var longer = cloudFront().address(FOLDER, "720-0123456789ab.mp4", NOW.plus(LIFE).plus(LIFE));
        var forged = address.replace(query(address, "Policy"), query(longer, "Policy"));
        assertThat(passes(forged, NOW)).as("a policy that was not signed").isFalse();
        var another = cloudFront().address(FOLDER, "audio-0123456789ab.mp4", NOW.plus(LIFE));
        assertThat(query(another, "Signature")).isEqualTo(query(address, "Signature"));
    }

    @Test
    void cloudflareLetsInThePathThatWasSignedWhileTheRuleSaysSo() throws Exception {
        var address = cloudflare().address(FOLDER, "720-0123456789ab.mp4", NOW.plus(LIFE));
        assertThat(address).startsWith("https://cdn.example.org/objects/1/video/abc/720-0123456789ab.mp4?verify=");
        assertThat(rule(address, NOW)).isTrue();
        assertThat(rule(address, NOW.plus(LIFE).minusSeconds(1))).isTrue();
        assertThat(rule(address, NOW.plus(LIFE))).as("over").isFalse();
        assertThat(rule(address.replace("720-", "480-"), NOW)).as("another file").isFalse();
        assertThat(rule(address.replace("verify=18", "verify=19"), NOW)).as("another time").isFalse();
    }

    @Test
    void aSettingThatCannotWorkIsToldInASentence() throws Exception {
        assertThat(MediaNetworks.of(settings(null))).isEmpty();
        assertThat(MediaNetworks.of(settings(" "))).isEmpty();
        refused("https://cdn.example.org/?key=" + pem, "https is not known");
        refused("cdn.example.org", "no address");
        refused("cloudflare:///x?key=" + secret, "no host");
        refused("cloudflare://cdn.example.org/", "the file that holds it");
        refused("cloudflare://cdn.example.org/?key=" + folder.resolve("absent"), "cannot be read");
        refused("cloudflare://cdn.example.org/?key=" + Files.writeString(folder.resolve("short"), "x"),
                "16 characters");
        refused("cloudfront://cdn.example.org/?key=" + pem, "id of the public key");
        refused("cloudfront://cdn.example.org/?key-pair=K1&key=" + secret, "openssl pkcs8");
    }

    private void refused(String setting, String sentence) {
        assertThatThrownBy(() -> MediaNetworks.of(settings(setting))).isInstanceOf(WrongSetting.class)
                .hasMessageContaining("COURSEWRIGHT_VIDEO_CDN").hasMessageContaining(sentence)
                .hasMessageNotContaining(SECRET);
    }

    private MediaNetwork cloudFront() {
        return MediaNetworks.of(settings("cloudfront://cdn.example.org/objects/?key-pair=K2JCJMDEHXQW5F&key=" + pem))
                .orElseThrow();
    }

    private MediaNetwork cloudflare() {
        return MediaNetworks.of(settings("cloudflare://cdn.example.org/objects?key=" + secret)).orElseThrow();
    }

    private static VideoSettings settings(@Nullable String cdn) {
        return new VideoSettings(null, LIFE, cdn, null);
    }

    /// What CloudFront does with a custom policy.
    private boolean passes(String address, Instant at) throws Exception {
        assertThat(query(address, "Key-Pair-Id")).isEqualTo("K2JCJMDEHXQW5F");
        var policy = decoded(query(address, "Policy"));
        var check = Signature.getInstance("SHA1withRSA");
        check.initVerify(keys.getPublic());
        check.update(policy);
        if (!check.verify(decoded(query(address, "Signature")))) return false;
        var statement = JsonMapper.shared().readTree(policy).path("Statement").path(0);
        var resource = statement.path("Resource").asString();
        assertThat(resource).endsWith("*");
        var end = statement.path("Condition").path("DateLessThan").path("AWS:EpochTime").asLong();
        return at.getEpochSecond() < end
                && address.substring(0, address.indexOf('?')).startsWith(resource.substring(0, resource.length() - 1));
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
    }

    /// `is_timed_hmac_valid_v0(secret, http.request.uri, 14400, http.request.timestamp.sec, 8)`.
    private static boolean rule(String address, Instant at) throws Exception {
        var uri = address.substring("https://cdn.example.org".length());
        var separator = uri.indexOf("?verify=");
        var message = uri.substring(0, separator);
        var token = uri.substring(separator + 8);
        var time = token.substring(0, 10);
        assertThat(token.charAt(10)).isEqualTo('-');
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var right = mac.doFinal((message + time).getBytes(StandardCharsets.UTF_8));
        var code = Base64.getDecoder().decode(URLDecoder.decode(token.substring(11), StandardCharsets.UTF_8));
        return Arrays.equals(right, code) && at.getEpochSecond() < Long.parseLong(time) + 14_400;
    }

    private static String query(String address, String name) {
        Map<String, String> all = Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .map(each -> each.split("=", 2)).collect(Collectors.toMap(each -> each[0], each -> each[1]));
        return all.getOrDefault(name, "");
    }
}
