package org.coursewright.credential;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/// A certificate on a sheet of A4 that lies on its side. Places are points from the top left.
final class CertificateSheet {

    private static final float WIDE = PDRectangle.A4.getHeight();
    private static final float HIGH = PDRectangle.A4.getWidth();
    private static final float MIDDLE = WIDE / 2;
    private static final float LEFT = 92;
    private static final float WIDEST = WIDE - 2 * LEFT;
    private static final float SMALLEST_OF_ONE_LINE = 0.62f;
    private static final int PETALS = 18;
    private static final float ROUND = 0.5523f; // a quarter of a circle as a Bézier curve

    private static final Colour INK = new Colour(0x17, 0x20, 0x33);
    private static final Colour QUIET = new Colour(0x56, 0x60, 0x73);
    private static final Colour ACCENT = new Colour(0x24, 0x4a, 0x8f);
    private static final Colour GOLD = new Colour(0xa8, 0x82, 0x3a);

    private final Certificate certificate;
    private final CertificateWords words;
    private final String url;
    private final TaggedPage page;
    private final PDFont regular;
    private final PDFont strong;

    private CertificateSheet(
            Certificate certificate, CertificateWords words, String url, TaggedPage page, PDFont regular,
            PDFont strong) {
        this.certificate = certificate;
        this.words = words;
        this.url = url;
        this.page = page;
        this.regular = regular;
        this.strong = strong;
    }

    static void draw(PDDocument document, Certificate certificate, CertificateWords words, String url)
            throws IOException {
        try (var page = new TaggedPage(document, new PDPage(new PDRectangle(WIDE, HIGH)))) {
            var sheet = new CertificateSheet(certificate, words, url, page, PaperFont.REGULAR.in(document),
                    PaperFont.STRONG.in(document));
            sheet.frame();
            sheet.middle();
            sheet.foot();
        }
    }

    private void frame() throws IOException {
        page.decorate(content -> {
            ACCENT.stroke(content);
            content.setLineWidth(1.6f);
            content.addRect(26, 26, WIDE - 52, HIGH - 52);
            content.stroke();
            GOLD.stroke(content);
            content.setLineWidth(0.6f);
            content.addRect(32, 32, WIDE - 64, HIGH - 64);
            content.stroke();
            for (var corner : List.of(new float[]{32, 32}, new float[]{WIDE - 32, 32}, new float[]{32, HIGH - 32},
                    new float[]{WIDE - 32, HIGH - 32}))
                rosette(content, corner[0], corner[1], 13);
        });
    }

    private void middle() throws IOException {
        centred("P", certificate.issuer(), strong, INK, 17, 88);
        centred("H1", words.heading(), regular, ACCENT, 30, 138);
        centred("P", words.certifies(), regular, QUIET, 13, 184);
        centred("P", certificate.name(), strong, INK, 42, 238);
        page.decorate(content -> {
            GOLD.stroke(content);
            content.setLineWidth(0.8f);
            content.moveTo(MIDDLE - 150, HIGH - 261);
            content.lineTo(MIDDLE + 150, HIGH - 261);
            content.stroke();
        });
        centred("P", words.completed(), regular, QUIET, 13, 286);
        centred("P", certificate.title(), strong, INK, 27, 324);
        centred("P", words.effort(), regular, QUIET, 13, 354);
        if (words.exam().isPresent()) centred("P", words.exam().get(), regular, INK, 14, 388);
        if (words.band().isPresent()) centred("P", words.band().get(), regular, QUIET, 12, 407);
    }

    private void foot() throws IOException {
        left(words.issuedOn(), words.day(), 456);
        if (!certificate.authors().isEmpty()) left(words.taughtBy(), words.authors(), 500);
        page.decorate(content -> rosette(content, MIDDLE, HIGH - 484, 40));
        var square = QrSquare.of(url);
        float side = 84;
        float from = WIDE - LEFT - side;
        page.draw("Figure", url, content -> {
            INK.fill(content);
            float one = side / square.size();
            for (var bar : square.bars())
                content.addRect(from + bar.x() * one, HIGH - 428 - (bar.y() + 1) * one, bar.length() * one, one);
            content.fill();
        });
        right(words.check(), 528);
        right(url.substring(url.indexOf("//") + 2), 540);
    }

    private void left(String label, String text, float down) throws IOException {
        page.draw("P", null, content -> {
            write(content, label, regular, QUIET, 10, LEFT, down);
            write(content, text, regular, INK, fitting(text, regular, 14, MIDDLE - 60 - LEFT), LEFT, down + 18);
        });
    }

    private void right(String text, float down) throws IOException {
        float size = fitting(text, regular, 8.5f, WIDEST / 2);
        page.draw("P", null, content -> write(
                content, text, regular, QUIET, size, WIDE - LEFT - width(text, regular, size), down));
    }

    /// A long text shrinks a little, or stands in two lines around the place of one.
    private void centred(String type, String text, PDFont font, Colour colour, float size, float down)
            throws IOException {
        float alone = fitting(text, font, size, WIDEST);
        var halves = halves(text);
        boolean one = alone >= size * SMALLEST_OF_ONE_LINE || halves.size() == 1;
        var lines = one ? List.of(text) : halves;
        float fitted = size;
        for (var line : lines)
            fitted = Math.min(fitted, fitting(line, font, one ? size : size * SMALLEST_OF_ONE_LINE, WIDEST));
        float fits = fitted;
        page.draw(type, null, content -> {
            float at = down - (lines.size() - 1) * fits * 0.9f;
            for (var line : lines) {
                write(content, line, font, colour, fits, MIDDLE - width(line, font, fits) / 2, at);
                at += fits * 1.15f;
            }
        });
    }

    private static List<String> halves(String text) {
        int after = text.indexOf(' ', text.length() / 2);
        int before = text.lastIndexOf(' ', text.length() / 2);
        boolean earlier = before > 0 && text.length() / 2 - before < after - text.length() / 2;
        int at = after < 0 || earlier ? before : after;
        return at <= 0 ? List.of(text) : List.of(text.substring(0, at), text.substring(at + 1));
    }

    private void write(
            PDPageContentStream content, String text, PDFont font, Colour colour, float size, float x, float down)
            throws IOException {
        colour.fill(content);
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, HIGH - down);
        content.showText(text);
        content.endText();
    }

    private static float fitting(String text, PDFont font, float size, float widest) throws IOException {
        return Math.min(size, size * widest / Math.max(1, width(text, font, size)));
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /// Ellipses turned around one point.
    private static void rosette(PDPageContentStream content, float x, float y, float radius) throws IOException {
        GOLD.stroke(content);
        content.setLineWidth(radius / 80);
        for (int petal = 0; petal < PETALS; petal++) {
            content.saveGraphicsState();
            content.transform(Matrix.getRotateInstance(Math.PI * petal / PETALS, x, y));
            ellipse(content, radius, radius * 0.36f);
            content.restoreGraphicsState();
        }
    }

    private static void ellipse(PDPageContentStream content, float a, float b) throws IOException {
        float c = a * ROUND;
        float d = b * ROUND;
        content.moveTo(a, 0);
        content.curveTo(a, d, c, b, 0, b);
        content.curveTo(-c, b, -a, d, -a, 0);
        content.curveTo(-a, -d, -c, -b, 0, -b);
        content.curveTo(c, -b, a, -d, a, 0);
        content.stroke();
    }

    /// Of 255 each.
    private record Colour(int red, int green, int blue) {

        void fill(PDPageContentStream content) throws IOException {
            content.setNonStrokingColor(red / 255f, green / 255f, blue / 255f);
        }

        void stroke(PDPageContentStream content) throws IOException {
            content.setStrokingColor(red / 255f, green / 255f, blue / 255f);
        }
    }
}
