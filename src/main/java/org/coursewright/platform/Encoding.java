package org.coursewright.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the bytes of an answer are packed.
public enum Encoding {
    BROTLI("br"), GZIP("gzip"), IDENTITY("");

    private static final Pattern REFUSED = Pattern.compile("\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /// The word for it in headers, empty for plain bytes.
    public String token() {
        return token;
    }

    /// The best one that a client takes, by its `Accept-Encoding`.
    public static Encoding best(@Nullable String accepted) {
        if (accepted == null) return IDENTITY;
        if (takes(accepted, BROTLI.token)) return BROTLI;
        return takes(accepted, GZIP.token) ? GZIP : IDENTITY;
    }

    /// Whether a client takes what is packed as gzip, by its `Accept-Encoding`.
    public static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && takes(accepted, GZIP.token);
    }

    private static boolean takes(String accepted, String token) {
        for (int at = accepted.indexOf(token); at >= 0; at = accepted.indexOf(token, at + 1)) {
            int end = at + token.length();
            boolean whole = (at == 0 || isBetween(accepted.charAt(at - 1)))
                    && (end == accepted.length() || isBetween(accepted.charAt(end)) || accepted.charAt(end) == ';');
            if (whole) return !REFUSED.matcher(accepted).region(end, accepted.length()).lookingAt();
        }
        return false;
    }

    private static boolean isBetween(char letter) {
        return letter == ',' || letter == ' ';
    }
}
