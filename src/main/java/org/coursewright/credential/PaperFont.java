package org.coursewright.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/// A font for paper: Latin, Greek and Cyrillic, letter by letter from left to right. Read at its first use.
final class PaperFont {

    static final PaperFont REGULAR = new PaperFont("certificate/SourceSerif4-Regular.ttf");
    static final PaperFont STRONG = new PaperFont("certificate/SourceSerif4-SemiBold.ttf");

    private final byte[] bytes;
    private final CmapLookup letters;

    private PaperFont(String resource) {
        try {
            bytes = new ClassPathResource(resource).getContentAsByteArray();
            try (var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                letters = font.getUnicodeCmapLookup();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Whether each character of a composed text has a sign of its own that can stand beside the one before it.
    boolean holds(String text) {
        return text.codePoints().allMatch(character -> letters.getGlyphId(character) > 0
                && Character.getType(character) != Character.NON_SPACING_MARK
                && Character.getType(character) != Character.FORMAT);
    }

    /// Only the signs that are used go into the document.
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(bytes), true);
    }
}
