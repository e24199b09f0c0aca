package org.coursewright.question;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Texts as people type them: upper and lower case, spaces and ways of encoding make no difference.
final class TypedText {

    private TypedText() {}

    /// @param accepted texts, or regular expressions `/…/` for the whole of it
    static boolean isAmong(List<String> accepted, String typed) {
        var plain = plain(typed);
        return accepted.stream()
                .anyMatch(one -> AuthorPattern.within(one)
                        .map(pattern -> AuthorPattern.isWhole(pattern, plain))
                        .orElseGet(() -> folded(plain(one)).equals(folded(plain))));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /// Up and down again: `STRASSE` is `straße`, and the two small sigmas are one.
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
