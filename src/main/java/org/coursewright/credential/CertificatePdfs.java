package org.coursewright.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.coursewright.platform.Messages;
import org.springframework.stereotype.Component;

/// Certificates as PDF; the same certificate gives the same bytes.
@Component
class CertificatePdfs {

    private static final int KEPT = 64;

    private final Cache<Drawn, byte[]> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    /// Whether there is a PDF: of one that is valid, and written in letters that its font has. A letter that the font
    /// lacks would be a box, and a name in other letters would be another name.
    boolean holds(Messages messages, Certificate certificate) {
        var words = new CertificateWords(messages, certificate);
        return certificate.valid() && Stream.of(
                certificate.name(), certificate.title(), certificate.issuer(), words.heading(), words.certifies(),
                words.completed(), words.effort(), words.exam().orElse(""), words.band().orElse(""), words.issuedOn(),
                words.taughtBy(), words.authors(), words.check())
                .allMatch(text -> PaperFont.REGULAR.holds(text) && PaperFont.STRONG.holds(text));
    }

    /// @param url of the page where it is checked
    byte[] of(Messages messages, Certificate certificate, String url) {
        return kept.get(new Drawn(messages.locale().toLanguageTag(), certificate, url),
                _ -> draw(messages, certificate, url));
    }

    private static byte[] draw(Messages messages, Certificate certificate, String url) {
        try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            var words = new CertificateWords(messages, certificate);
            CertificateSheet.draw(document, certificate, words, url);
            var catalog = document.getDocumentCatalog();
            catalog.setLanguage(messages.locale().toLanguageTag());
            var preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            catalog.setViewerPreferences(preferences);
            var information = new PDDocumentInformation();
            information.setTitle(words.heading() + ": " + certificate.title());
            information.setAuthor(certificate.issuer());
            information.setSubject(url);
            information.setCreationDate(GregorianCalendar.from(certificate.day().atZone(ZoneOffset.UTC)));
            document.setDocumentInformation(information);
            document.setDocumentId(certificate.day().toEpochMilli());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Drawn(String language, Certificate certificate, String url) {}
}
