package org.coursewright.credential;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Author;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The certificates of a school, for those who work there.
@Controller
@OnPlatform
class StudioCertificatesController {

    private static final int LAST_PAGE = 100_000;

    private final Certificates certificates;
    private final Settings settings;
    private final Templates templates;

    StudioCertificatesController(Certificates certificates, Settings settings, Templates templates) {
        this.certificates = certificates;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/certificates")
    JteModel index(
            Screen screen,
            Author author,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page) {
        var school = author.school();
        int number = Math.clamp(page, 0, LAST_PAGE);
        var found = certificates.page(school, search.strip(), number);
        return templates.credentialStudio(screen, new StudioCertificates(
                school,
                author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"),
                found.stream().limit(Certificates.PAGE).toList(),
                found.size() > Certificates.PAGE,
                number,
                search.strip()));
    }
}
