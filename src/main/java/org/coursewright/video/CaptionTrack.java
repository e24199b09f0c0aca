package org.coursewright.video;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;

/// Captions of a video: their language (BCP 47), the hash of the file, and whether a recogniser wrote them.
public record CaptionTrack(String language, Hash file, boolean automatic) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}");

    /// Enough of the hash to tell the files of one video apart.
    private static final int DIGITS = 16;

    public CaptionTrack {
        if (!isLanguage(language)) throw new IllegalArgumentException("not a language: " + language);
    }

    /// Those of an author's file.
    public CaptionTrack(String language, Hash file) {
        this(language, file, false);
    }

    public static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    /// What people who speak the language call it: `English`, `Deutsch`; and whether nobody has read it.
    public String label() {
        return label(language, automatic);
    }

    static String label(String language, boolean automatic) {
        var locale = Locale.forLanguageTag(language);
        var name = locale.getDisplayName(locale);
        var upper = name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
        return automatic ? Messages.in(locale).get("video.caption.automatic", upper) : upper;
    }

    /// How it is named in addresses.
    Name name() {
        return new Name(language, file.hex().substring(0, DIGITS), automatic);
    }

    /// `en-0123456789abcdef`: the name of captions in addresses; `-auto` follows where a recogniser wrote them.
    record Name(String language, String digits, boolean automatic) {

        private static final String AUTOMATIC = "-auto";
        private static final Pattern FORM = Pattern
                .compile("(" + LANGUAGE.pattern() + ")-([0-9a-f]{" + DIGITS + "})(" + AUTOMATIC + ")?");

        static Optional<Name> of(String text) {
            var match = FORM.matcher(text);
            return match.matches()
                    ? Optional.of(new Name(match.group(1), match.group(2), match.group(3) != null))
                    : Optional.empty();
        }

        String label() {
            return CaptionTrack.label(language, automatic);
        }

        @Override
        public String toString() {
            return language + "-" + digits + (automatic ? AUTOMATIC : "");
        }
    }
}
