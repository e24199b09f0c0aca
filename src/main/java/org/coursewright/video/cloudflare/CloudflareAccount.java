package org.coursewright.video.cloudflare;

import java.net.URI;
import java.util.Optional;
import org.coursewright.platform.AddressSetting;
import org.coursewright.platform.WrongSetting;

/// The operator's account at Cloudflare.
///
/// @param api the address of Stream in that account, without a slash at its end
/// @param origin where its videos play
/// @param token what the API asks for
/// @param webhook the secret that notices are signed with; empty = there are none
/// @param chunk bytes that are sent at a time
record CloudflareAccount(URI api, String origin, String token, SigningKey key, Optional<String> webhook, long chunk) {

    private static final String FORM = "COURSEWRIGHT_VIDEO_PROVIDER must look like"
            + " cloudflare://ACCOUNT@customer-CODE.cloudflarestream.com?token=/stream.token&key=/stream-key.json";
    private static final long MEBIBYTE = 1 << 20;

    /// @throws WrongSetting in words for the operator
    static CloudflareAccount of(String text) {
        var setting = AddressSetting.of(text, FORM);
        if (!setting.scheme().equals("cloudflare")) throw setting.wrong(setting.scheme() + " is not known");
        if (!setting.user().matches("[A-Za-z0-9]+")) throw setting.wrong("the id of the account stands before the @");
        var endpoint = setting.option("endpoint");
        var api = endpoint.isEmpty() ? "https://api.cloudflare.com" : endpoint;
        var scheme = api.startsWith("http://") ? "http://" : "https://"; // a server that speaks as Cloudflare does
        return new CloudflareAccount(
                URI.create(api + "/client/v4/accounts/" + setting.user() + "/stream"),
                scheme + setting.host(),
                setting.file("token"),
                SigningKey.of(setting.file("key")).orElseThrow(() -> setting.wrong("the key is not what the answer of"
                        + " POST …/stream/keys holds")),
                setting.option("webhook").isEmpty() ? Optional.empty() : Optional.of(setting.file("webhook")),
                chunk(setting));
    }

    /// Cloudflare takes from 5 to 200 MiB at a time, in steps of 256 KiB.
    private static long chunk(AddressSetting setting) {
        var chunk = setting.option("chunk").isEmpty() ? "50" : setting.option("chunk");
        if (!chunk.matches("[0-9]{1,3}") || Integer.parseInt(chunk) < 5 || Integer.parseInt(chunk) > 200)
            throw setting.wrong("chunk is how many MiB are sent at a time, from 5 to 200");
        return Integer.parseInt(chunk) * MEBIBYTE;
    }

    /// Whether an address that Cloudflare named may see the token.
    boolean trusts(URI address) {
        var host = String.valueOf(address.getHost());
        return address.getScheme().equals(api.getScheme())
                && (host.equals(api.getHost()) || host.endsWith(".cloudflare.com"));
    }
}
