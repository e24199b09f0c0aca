package org.coursewright.outbound;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address of the web as somebody typed it or a server answered it: `http` or `https`, a host, no name and password.
/// Spaces and letters of other languages are written as machines want them.
public record WebAddress(URI uri) {

    private static final int LONGEST = 4000;
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#\\s\\\\@]+)([/?][^#]*)?(?:#.*)?",
            Pattern.DOTALL);

    /// An IPv4 address as one number, which only those write who hide where they lead.
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /// Empty where it is none, or holds a name or a password.
    public static Optional<WebAddress> parse(String text) {
        var typed = text.strip();
        var parts = PARTS.matcher(typed);
        if (typed.length() > LONGEST || !parts.matches()) return Optional.empty();
        var path = parts.group(3) == null ? "/" : parts.group(3).replace(" ", "%20").replace("|", "%7C");
        try {
            var uri = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host(parts.group(2))
                    + (path.startsWith("/") ? path : "/" + path));
            if (uri.getHost() == null || NUMBER.matcher(uri.getHost()).matches() || uri.getRawUserInfo() != null
                    || uri.getPort() == 0 || uri.getPort() > 65_535)
                return Optional.empty();
            return Optional.of(new WebAddress(new URI(uri.toASCIIString())));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Where an answer leads from here.
    Optional<WebAddress> follow(String location) {
        try {
            return parse(uri.resolve(location.strip().replace(" ", "%20")).toString());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public String host() {
        return uri.getHost();
    }

    /// The last part of its path, decoded; may be empty.
    public String name() {
        var path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String host(String authority) {
        return authority.startsWith("[") ? authority : IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
