package org.coursewright.site;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The five values that an author chooses. Lightness is ours, so that no colour can make a text unreadable.
final class ThemeTokens {

    private static final Map<String, Pattern> FORMS = Map.of(
            "brand-h", Pattern.compile("(?:[0-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|360)(?:\\.[0-9]{1,3})?"),
            "brand-c", Pattern.compile("0?\\.(?:[01][0-9]{0,3}|2[0-5]?)|0"),
            "radius", Pattern.compile("0|[0-9]{0,2}(?:\\.[0-9]{1,3})?(?:rem|px)"),
            "font-body", Pattern.compile("[\\p{L}0-9 ,'\"-]{1,120}"),
            "font-display", Pattern.compile("[\\p{L}0-9 ,'\"-]{1,120}"));

    private ThemeTokens() {}

    static SortedSet<String> names() {
        return new TreeSet<>(FORMS.keySet());
    }

    static boolean isKnown(String token) {
        return FORMS.containsKey(token);
    }

    static boolean isGood(String token, String value) {
        var form = FORMS.get(token);
        return form != null && form.matcher(value).matches();
    }

    /// As a style sheet; what does not fit is left out.
    static String css(Map<String, String> tokens) {
        var css = new StringBuilder();
        new TreeMap<>(tokens).forEach((token, value) -> {
            if (isGood(token, value)) css.append("--").append(token).append(':').append(value).append(';');
        });
        return css.isEmpty() ? "" : "@layer theme{:root{" + css + "}}\n";
    }
}
