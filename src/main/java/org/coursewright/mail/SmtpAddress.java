package org.coursewright.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.WrongSetting;
import org.jspecify.annotations.Nullable;

/// A mail server as `COURSEWRIGHT_MAIL` names it: `smtp://user:password@mail.example.org:587?from=…`.
///
/// @param user empty = the server asks for none
/// @param from the address that mails come from
record SmtpAddress(Tls tls, String host, int port, String user, String password, EmailAddress from) {

    private static final String FORM = "COURSEWRIGHT_MAIL must look like smtp://user:password@mail.example.org:587 or"
            + " smtps://user:password@mail.example.org:465: ";

    /// How the way to the server is kept private.
    enum Tls {
        /// From the first byte: `smtps:`.
        AT_ONCE(465),
        /// After a plain greeting, and not at all with a server that cannot: `smtp:`.
        STARTTLS(587),
        /// Never: `smtp:` with `tls=none`, for a server on the same machine or in a network of one's own.
        NONE(25);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    /// @param from the sender where the setting names none
    /// @throws WrongSetting in words for the operator, without the setting: it holds a password
    static SmtpAddress parse(String setting, EmailAddress from) {
        var uri = uri(setting);
        if (uri.getHost() == null)
            throw wrong("it names no server; write / : @ ? # in a password as %2F %3A %40 %3F %23");
        if (!uri.getPath().isEmpty() || uri.getFragment() != null)
            throw wrong("nothing follows the server but ?from=…");
        var options = options(uri);
        var tls = tls(uri, options.remove("tls"));
        var sender = options.remove("from");
        if (!options.isEmpty()) throw wrong("it has options, but from and tls are all there are");
        var person = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = person.indexOf(':');
        if (!person.isEmpty() && colon < 1) throw wrong("a user needs a password, and a password its user");
        return new SmtpAddress(
                tls,
                uri.getHost(),
                uri.getPort() < 0 ? tls.port : uri.getPort(),
                colon < 0 ? "" : decoded(person.substring(0, colon)),
                colon < 0 ? "" : decoded(person.substring(colon + 1)),
                sender == null
                        ? from
                        : EmailAddress.find(sender).orElseThrow(() -> wrong("from is no e-mail address")));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static URI uri(String setting) {
        try {
            return new URI(setting);
        } catch (URISyntaxException wrong) {
            throw wrong(wrong.getReason() + " at character " + (wrong.getIndex() + 1));
        }
    }

    private static Tls tls(URI uri, @Nullable String wanted) {
        if (wanted != null && !wanted.equals("none")) throw wrong("tls is none, or not there");
        return switch (String.valueOf(uri.getScheme())) {
            case "smtp" -> wanted == null ? Tls.STARTTLS : Tls.NONE;
            case "smtps" -> Tls.AT_ONCE;
            default -> throw wrong("it begins otherwise");
        };
    }

    private static Map<String, String> options(URI uri) {
        var options = new HashMap<String, String>();
        if (uri.getRawQuery() == null) return options;
        for (var option : uri.getRawQuery().split("&", -1)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, Math.max(equals, 0)), decoded(option.substring(equals + 1)));
        }
        return options;
    }

    /// A plus is a plus: this is no form.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static WrongSetting wrong(String reason) {
        return new WrongSetting(FORM + reason);
    }
}
