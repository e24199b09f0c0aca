package org.coursewright.identity;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Behind the one-time link of the first start: the first operator says who they are.
@Controller
@OnPlatform
class OperatorWelcomeController {

    private final Tickets tickets;
    private final OperatorLink link;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Templates templates;

    OperatorWelcomeController(Tickets tickets, OperatorLink link, Accounts accounts, SigningIn signingIn,
            Templates templates) {
        this.tickets = tickets;
        this.link = link;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.templates = templates;
    }

    @GetMapping("/admin/welcome/{ticket}")
    Object fresh(Screen screen, Flash flash, @PathVariable String ticket) {
        if (!tickets.isGood(Tickets.OPERATOR, ticket)) return used(flash);
        return templates.identityOperatorWelcome(screen, ticket, "", "");
    }

    @PostMapping("/admin/welcome/{ticket}")
    Object create(
            Screen screen,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String email) {
        var address = EmailAddress.find(email);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return templates.identityOperatorWelcome(screen, ticket, email, screen.get("identity.sign-in.no-address"));
        }
        if (link.use(ticket, address.get()).isEmpty()) return used(flash);
        signingIn.begin(null, address.get(), request, response);
        return Redirects.to("/admin");
    }

    private Object used(Flash flash) {
        if (!accounts.haveOperator()) throw new NotFound();
        flash.bad("identity.operator.used");
        return Redirects.to("/sign-in");
    }
}
