package org.coursewright.content;

/// Characters that hide or reorder what people read.
final class Characters {

    private Characters() {}

    /// The place of the first control character that no text needs, -1 where there is none. Tabs, line ends and the
    /// marks that right-to-left languages need are fine; overrides of the direction are not.
    static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); i++)
            if (isForbidden(text.charAt(i))) return i;
        return -1;
    }

    static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(character -> character == '\n').count();
    }

    private static boolean isForbidden(char character) {
        if (character == '\t' || character == '\n' || character == '\r') return false;
        return character < 0x20
                || character == 0x7f
                || (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
