package org.coursewright.credential;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.coursewright.identity.Student;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A student's certificates, and the question for the name where one has none yet.
@Controller
@OnSchool
class OwnCertificatesController {

    private final Certificates certificates;
    private final CertificatePdfs pdfs;
    private final Settings settings;
    private final Templates templates;

    OwnCertificatesController(
            Certificates certificates, CertificatePdfs pdfs, Settings settings, Templates templates) {
        this.certificates = certificates;
        this.pdfs = pdfs;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/certificates")
    Object index(Screen screen, School school, Student student) {
        certificates.addMissing(school, student);
        return page(screen, school, student, "", false);
    }

    /// Takes the name.
    @PostMapping("/certificates")
    Object create(
            Screen screen, School school, Student student, Flash flash, HttpServletResponse response,
            @RequestParam(defaultValue = "") String name) {
        var person = PersonName.of(name);
        if (person.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(screen, school, student, name, true);
        }
        certificates.name(school, student, person.get());
        flash.ok("credential.own.issued");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/certificates")).build();
    }

    private Object page(Screen screen, School school, Student student, String name, boolean wrong) {
        var rows = certificates.of(school, student)
                .stream()
                .map(certificate -> new OwnCertificate(
                        certificate,
                        settings.schoolUrl(school.slug().value(), "/certificates/" + certificate.code()),
                        pdfs.holds(screen.messages(), certificate)))
                .toList();
        return templates.credentialOwn(screen, school, student, rows, name, wrong);
    }
}
