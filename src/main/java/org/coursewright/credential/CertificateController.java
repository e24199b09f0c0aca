package org.coursewright.credential;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page by which anybody checks a certificate. Nothing on it may run or be fetched.
@Controller
@OnSchool
class CertificateController {

    private final Certificates certificates;
    private final CertificatePdfs pdfs;
    private final Settings settings;
    private final Templates templates;
    private final String style = text("certificate/certificate.css");
    private final String policy = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Hash.of(style.getBytes(StandardCharsets.UTF_8)).bytes())
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    CertificateController(
            Certificates certificates, CertificatePdfs pdfs, Settings settings, Templates templates) {
        this.certificates = certificates;
        this.pdfs = pdfs;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/certificates/{code}")
    ResponseEntity<String> show(School school, @PathVariable String code) {
        var certificate = certificates.find(school, code).orElseThrow(NotFound::new);
        var messages = Messages.in(Locale.forLanguageTag(school.language()));
        var url = settings.schoolUrl(school.slug().value(), "/certificates/" + code);
        var pdf = pdfs.holds(messages, certificate) ? url + ".pdf" : null;
        var html = templates.credentialCertificate(new CertificatePage(messages, certificate, url, pdf, style))
                .render();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CertificateCaching.PUBLIC)
                .eTag(Hash.of(html).hex().substring(0, 20))
                .header("Content-Security-Policy", policy)
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
