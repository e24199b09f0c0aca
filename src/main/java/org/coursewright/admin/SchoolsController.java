package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Operator;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
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

    private final Schools schools;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Settings settings;
    private final Templates templates;

    SchoolsController(
            Schools schools, Accounts accounts, Memberships memberships, Settings settings, Templates templates) {
        this.schools = schools;
        this.accounts = accounts;
        this.memberships = memberships;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/admin/schools")
    Object index(Screen screen, Operator operator) {
        return templates.adminSchools(screen, operator, settings, schools.all(), "", "", "");
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
        if (!School.mayBeNamed(slug) || email.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var fault = School.mayBeNamed(slug) ? "admin.schools.no-address" : "admin.schools.no-slug";
            return templates.adminSchools(screen, operator, settings, schools.all(), slug, owner, screen.get(fault));
        }
        if (schools.find(new Slug(slug)).isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return templates.adminSchools(
                    screen, operator, settings, schools.all(), slug, owner, screen.get("admin.schools.taken", slug));
        }
        var school = schools.create(new Slug(slug), slug);
        memberships.ensure(school, accounts.ensure(email.get()), Role.OWNER);
        flash.ok("admin.schools.made", slug);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/admin/schools")).build();
    }
}
