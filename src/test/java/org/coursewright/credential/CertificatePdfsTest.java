package org.coursewright.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.coursewright.platform.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificatePdfsTest {

    private static final String URL = "https://ada.example.org/certificates/abcd2345efgh6789";
    private static final Instant DAY = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void whatStandsOnItCanBeReadAndIsMarked() throws Exception {
        var bytes = pdf(certificate("Ελένη Łukasiewicz-Наталія", "Git basics", null));
        assertThat(bytes).hasSizeLessThan(200_000);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isGreaterThan(page.getHeight());
            assertThat(new PDFTextStripper().getText(document)).contains("Ελένη Łukasiewicz-Наталія",
                    "Git basics", "about 6 hours", "Git exam (GIT-2026)", "80 to 90 of 100", "27 November 2026",
                    "Ada Meyer", "ada.example.org/certificates/abcd2345efgh6789");
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).contains("Git basics");
        }
    }

    @Test
    void theSameCertificateGivesTheSameBytes() {
        var one = certificate("Mia Lang", "Git basics", null);
        assertThat(pdf(one)).isEqualTo(pdf(one));
    }

    @Test
    void longNamesStayOnTheSheet() throws Exception {
        var name = "Maximiliana Alexandra ".repeat(5) + "von Habsburg";
        try (var document = Loader.loadPDF(pdf(certificate(name, name, null)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("von Habsburg");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void lettersThatTheFontLacksOrCannotJoinGiveNoPdfInsteadOfBoxes() {
        var pdfs = new CertificatePdfs();
        for (var name : List.of("李小龍", "محمد علی", "हिन्दी", "x\u0323\u0302y"))
            assertThat(pdfs.holds(Messages.english(), certificate(name, "Git", null))).as(name).isFalse();
        assertThat(pdfs.holds(Messages.english(), certificate("Nguyễn Văn Šimić", "Git", null))).isTrue();
    }

    @Test
    void aRevokedOneIsNotPrinted() {
        var revoked = certificate("Mia Lang", "Git", new Certificate.Revocation(DAY, "An error"));
        assertThat(new CertificatePdfs().holds(Messages.english(), revoked)).isFalse();
    }

    @Test
    void theNameOfWhoLeftIsOnARevokedOneNoMore() {
        var revoked = new Certificate("c", "Mia Lang", "Git", "Ada", List.of(), 60, null, DAY, DAY,
                new Certificate.Revocation(DAY, "She asked for it"), true);
        assertThat(revoked.shownName()).isEmpty();
        assertThat(certificate("Mia Lang", "Git", null).shownName()).isEqualTo("Mia Lang");
    }

    /// Without what is kept of an earlier one.
    private static byte[] pdf(Certificate certificate) {
        return new CertificatePdfs().of(Messages.english(), certificate, URL);
    }

    private static Certificate certificate(String name, String title, Certificate.@Nullable Revocation revocation) {
        var score = new Score("Git exam", "GIT-2026", new BigDecimal("84"), BigDecimal.ZERO, BigDecimal.valueOf(100),
                BigDecimal.valueOf(70), DAY);
        return new Certificate("abcd2345efgh6789", name, title, "Ada's school", List.of("Ada Meyer"), 350, score, DAY,
                DAY, revocation, false);
    }
}
