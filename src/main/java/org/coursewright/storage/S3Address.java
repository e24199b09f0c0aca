package org.coursewright.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewright.platform.WrongSetting;

/// A bucket as `COURSEWRIGHT_STORAGE` names it: `s3://bucket?region=eu-central-1`, or with `endpoint=` a server that
/// speaks as S3 does.
///
/// @param endpoint absent = AWS
/// @param prefix of all keys: empty, or a path that ends with `/`
record S3Address(String bucket, String region, Optional<URI> endpoint, String prefix) {

    private static final String FORM = "COURSEWRIGHT_STORAGE must look like s3://bucket?region=eu-central-1 or"
            + " s3://bucket?endpoint=https://s3.example.org: ";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    /// What servers that know no regions are told.
    private static final String ANY_REGION = "us-east-1";

    /// @throws WrongSetting in words for the operator
    static S3Address parse(String setting) {
        var uri = uri(setting);
        var bucket = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (bucket.contains("@")) throw wrong("keys are not part of it, they come from AWS_ACCESS_KEY_ID and so on");
        if (!BUCKET.matcher(bucket).matches()) throw wrong("it names no bucket");
        if (!uri.getPath().isEmpty() && !uri.getPath().equals("/"))
            throw wrong("no path follows the bucket; a folder in it is prefix=folder");
        var options = options(uri);
        var region = Optional.ofNullable(options.remove("region"));
        var endpoint = Optional.ofNullable(options.remove("endpoint")).map(S3Address::endpoint);
        var prefix = Optional.ofNullable(options.remove("prefix")).map(path -> path.replaceAll("/+$", ""));
        if (!options.isEmpty()) throw wrong("region, endpoint and prefix are all the options there are");
        if (region.isEmpty() && endpoint.isEmpty()) throw wrong("it needs a region");
        if (region.filter(name -> !REGION.matcher(name).matches()).isPresent()) throw wrong("region is none");
        if (prefix.filter(path -> !StorageKey.isOne(path)).isPresent()) throw wrong("prefix must be a path like a/b");
        return new S3Address(bucket, region.orElse(ANY_REGION), endpoint, prefix.map(path -> path + "/").orElse(""));
    }

    @Override
    public String toString() {
        return "the bucket '" + bucket + "' at " + endpoint.map(URI::toString).orElse("AWS in " + region);
    }

    private static URI uri(String setting) {
        try {
            return new URI(setting);
        } catch (URISyntaxException malformed) {
            throw wrong(malformed.getReason() + " at character " + (malformed.getIndex() + 1));
        }
    }

    private static URI endpoint(String text) {
        try {
            var uri = new URI(text);
            if (String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null
                    && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null)
                return uri;
        } catch (URISyntaxException malformed) {
            throw wrong("endpoint is no address of a server");
        }
        throw wrong("endpoint must begin with https:// or http:// and hold no keys");
    }

    private static Map<String, String> options(URI uri) {
        var options = new HashMap<String, String>();
        if (uri.getRawQuery() == null) return options;
        for (var option : uri.getRawQuery().split("&", -1)) {
            int equals = option.indexOf('=');
            var value = option.substring(equals + 1).replace("+", "%2B"); // a plus is a plus: this is no form
            options.put(
                    option.substring(0, Math.max(equals, 0)),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return options;
    }

    private static WrongSetting wrong(String reason) {
        return new WrongSetting(FORM + reason);
    }
}
