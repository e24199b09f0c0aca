package org.coursewright.video;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewright.platform.Hash;

/// A caption file of a video: its language (BCP 47) and the hash of the author's file.
public record CaptionTrack(String language, Hash file) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}");

    /// Enough of the hash to tell the files of one video apart.
    private static final int DIGITS = 16;

    public CaptionTrack {
        if (!isLanguage(language)) throw new IllegalArgumentException("not a language: " + language);
    }

    public static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    /// What people who speak the language call it: `English`, `Deutsch`.
    public String label() {
        return label(language);
    }

    static String label(String language) {
        var locale = Locale.forLanguageTag(language);
        var name = locale.getDisplayName(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /// How it is named in addresses.
    Name name() {
        return new Name(language, file.hex().substring(0, DIGITS));
    }

    /// `en-0123456789abcdef`: the name of a caption file in addresses.
    record Name(String language, String digits) {

        private static final Pattern FORM = Pattern.compile("(" + LANGUAGE.pattern() + ")-([0-9a-f]{" + DIGITS + "})");

        static Optional<Name> of(String text) {
            var match = FORM.matcher(text);
            return match.matches() ? Optional.of(new Name(match.group(1), match.group(2))) : Optional.empty();
        }

        @Override
        public String toString() {
            return language + "-" + digits;
        }
    }
}
