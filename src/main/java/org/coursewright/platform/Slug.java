package org.coursewright.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name in an address: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.
public record Slug(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 80;

    public Slug {
        if (!isValid(value)) throw new IllegalArgumentException("not a slug: " + value);
    }

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && VALID.matcher(value).matches();
    }

    /// The nearest slug to a title or file name; "x" where nothing of it remains.
    public static Slug of(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        var hyphened = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var cut = hyphened.length() <= LONGEST ? hyphened : hyphened.substring(0, LONGEST).replaceAll("-+$", "");
        return new Slug(cut.isEmpty() ? "x" : cut);
    }

    @Override
    public String toString() {
        return value;
    }
}
