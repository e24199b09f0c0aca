package org.coursewright.site;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.Schools;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What this installation is. Which schools it has is said in development only.
@Controller
@OnPlatform
class PlatformHomeController {

    private final Templates templates;
    private final Schools schools;
    private final Settings settings;

    PlatformHomeController(Templates templates, Schools schools, Settings settings) {
        this.templates = templates;
        this.schools = schools;
        this.settings = settings;
    }

    @GetMapping("/")
    JteModel show(Screen screen) {
        return templates.sitePlatform(screen, settings.demo() ? links() : List.of());
    }

    private List<SchoolLink> links() {
        return schools.all().stream()
                .map(school -> new SchoolLink(school.name(), settings.schoolUrl(school.slug().value(), "/")))
                .toList();
    }
}
