package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.coursewright.identity.NewSchools;
import org.coursewright.identity.Operator;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.School;
import org.coursewright.video.VideoProviders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All schools of the installation, and a new one.
@Controller
@OnPlatform
class SchoolsController {

    private final SchoolRows rows;
    private final NewSchools newSchools;
    private final VideoProviders providers;
    private final Settings settings;
    private final Templates templates;

    SchoolsController(
            SchoolRows rows,
            NewSchools newSchools,
            VideoProviders providers,
            Settings settings,
            Templates templates) {
        this.rows = rows;
        this.newSchools = newSchools;
        this.providers = providers;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/admin/schools")
    JteModel index(Screen screen, Operator operator) {
        return page(screen, operator, SchoolForm.EMPTY);
    }

    @PostMapping("/admin/schools")
    Object create(
            Screen screen,
            Operator operator,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String owner) {
        var email = EmailAddress.find(owner);
        var slugError = School.mayBeNamed(slug) ? "" : screen.get("admin.schools.no-slug");
        var ownerError = email.isPresent() ? "" : screen.get("admin.schools.no-address");
        if (slugError.isEmpty() && email.isPresent()
                && newSchools.make(new Slug(slug), slug, email.get(), operator.account().email().value()).isEmpty())
            slugError = screen.get("admin.schools.taken", slug);
        if (!slugError.isEmpty() || !ownerError.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(screen, operator, new SchoolForm(slug, slugError, owner, ownerError));
        }
        flash.ok("admin.schools.made", slug);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/admin/schools")).build();
    }

    private JteModel page(Screen screen, Operator operator, SchoolForm form) {
        return templates.adminSchools(screen, operator, settings, rows.latest(), form, providers.services(),
                providers.services().isEmpty() ? Map.of() : providers.chosen());
    }
}
