package org.coursewright.platform;

/// English made strange on purpose: long and accented, or right to left.
final class PseudoText {

    private static final String PLAIN = "aeiouycnAEIOUYCN";
    private static final String ACCENTED = "áéíóúýçñÁÉÍÓÚÝÇÑ";

    private PseudoText() {}

    /// Accented and about 40 % longer, in brackets that show where a text is cut.
    static String lengthened(String text) {
        var accented = new StringBuilder("[");
        text.chars().forEach(letter -> {
            int at = PLAIN.indexOf(letter);
            accented.append(at < 0 ? (char) letter : ACCENTED.charAt(at));
        });
        return accented.append(" ").append("~".repeat(2 + text.length() * 2 / 5)).append("]").toString();
    }

    /// Shown from right to left (RLO … PDF).
    static String mirrored(String text) {
        return "\u202e" + text + "\u202c";
    }
}
