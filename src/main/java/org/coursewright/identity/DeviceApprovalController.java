package org.coursewright.identity;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.Schools;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody lets their terminal in: for one school, by a code that stands in the terminal too.
@Controller
@OnPlatform
class DeviceApprovalController {

    private final DeviceLogins logins;
    private final Memberships memberships;
    private final Schools schools;
    private final Templates templates;

    DeviceApprovalController(DeviceLogins logins, Memberships memberships, Schools schools, Templates templates) {
        this.logins = logins;
        this.memberships = memberships;
        this.schools = schools;
        this.templates = templates;
    }

    @GetMapping("/device")
    JteModel fresh(Account account, Screen screen, @RequestParam(defaultValue = "") String code) {
        return page(account, screen, code, "");
    }

    @PostMapping("/device")
    Object create(
            Account account,
            Screen screen,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String school) {
        var places = memberships.of(account);
        if (!logins.isWaiting(code) || places.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(account, screen, code, screen.get("identity.device.wrong"));
        }
        if (!Slug.isValid(school)) throw new NotFound();
        var chosen = schools.get(new Slug(school));
        if (memberships.role(chosen, account).isEmpty()) throw new NotFound();
        logins.approve(code, chosen, account);
        return Redirects.to("/device/done");
    }

    @GetMapping("/device/done")
    JteModel show(Account account, Screen screen) {
        return templates.identityDeviceDone(screen);
    }

    private JteModel page(Account account, Screen screen, String code, String error) {
        List<Memberships.Place> places = memberships.of(account);
        return templates.identityDevice(screen, account.email().value(), code, places, error);
    }
}
