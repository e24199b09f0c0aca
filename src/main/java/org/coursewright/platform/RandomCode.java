package org.coursewright.platform;

import java.security.SecureRandom;
import java.util.Base64;

/// Codes that nobody guesses, in the alphabet of URLs.
public final class RandomCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private RandomCode() {}

    /// Base64 (URL alphabet, no padding) of that many random bytes.
    public static String of(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// That many lower-case letters and digits without look-alikes: fits host names and is easy to type.
    public static String readable(int length) {
        return RANDOM.ints(length, 0, READABLE.length())
                .collect(StringBuilder::new, (text, at) -> text.append(READABLE.charAt(at)), StringBuilder::append)
                .toString();
    }

    /// That many decimal digits.
    public static String digits(int length) {
        return RANDOM.ints(length, 0, 10)
                .collect(StringBuilder::new, (text, digit) -> text.append(digit), StringBuilder::append)
                .toString();
    }
}
