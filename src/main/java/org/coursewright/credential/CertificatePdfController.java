package org.coursewright.credential;

import java.net.URI;
import java.util.Locale;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A valid certificate on paper; for any other the page says how it is.
@Controller
@OnSchool
class CertificatePdfController {

    private final Certificates certificates;
    private final CertificatePdfs pdfs;
    private final Settings settings;

    CertificatePdfController(Certificates certificates, CertificatePdfs pdfs, Settings settings) {
        this.certificates = certificates;
        this.pdfs = pdfs;
        this.settings = settings;
    }

    @GetMapping("/certificates/{code}.pdf")
    ResponseEntity<byte[]> show(School school, @PathVariable String code) {
        var certificate = certificates.find(school, code).orElseThrow(NotFound::new);
        var messages = Messages.in(Locale.forLanguageTag(school.language()));
        if (!pdfs.holds(messages, certificate))
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/certificates/" + code))
                    .build();
        var bytes = pdfs.of(messages, certificate,
                settings.schoolUrl(school.slug().value(), "/certificates/" + code));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CertificateCaching.PUBLIC)
                .eTag(Hash.of(bytes).hex().substring(0, 20))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("certificate-" + code + ".pdf").build().toString())
                .header("X-Robots-Tag", "noindex")
                .body(bytes);
    }
}
