package org.coursewright.credential;

import java.text.Normalizer;
import java.util.Optional;

/// The name of a person as it stands on a certificate, in any script: 2 to 120 characters, composed (NFC), with single
/// spaces, at least one letter, and nothing that hides, turns round or breaks the line.
record PersonName(String value) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 120;
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    static Optional<PersonName> of(String typed) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("[\\s\\u00a0]+", " ");
        int length = name.codePointCount(0, name.length());
        boolean fits = length >= SHORTEST && length <= LONGEST
                && name.codePoints().anyMatch(Character::isLetter)
                && name.codePoints().allMatch(PersonName::isVisible)
                && !name.contains("://");
        return fits ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> character == JOINER || character == NON_JOINER; // spelling in Persian and Indic
            default -> true;
        };
    }
}
