package org.coursewright.identity;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.OnSchool;
import org.coursewright.school.Place;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The link from the mail: a page with a button, since scanners of mail open every link.
@Controller
@OnPlatform
@OnSchool
class SignInLinkController {

    private final SignIns signIns;
    private final SigningIn signingIn;
    private final AskingCookie asking;
    private final Templates templates;

    SignInLinkController(SignIns signIns, SigningIn signingIn, AskingCookie asking, Templates templates) {
        this.signIns = signIns;
        this.signingIn = signingIn;
        this.asking = asking;
        this.templates = templates;
    }

    @GetMapping("/sign-in/link/{link}")
    JteModel show(
            Screen screen, Place place, HttpServletRequest request, HttpServletResponse response,
            @PathVariable String link) {
        boolean good = signIns.isGood(place.schoolOrNull(), link);
        if (!good) response.setStatus(HttpStatus.GONE.value());
        return page(screen, place, link, good, asking.find(request).isPresent());
    }

    @PostMapping("/sign-in/link/{link}")
    Object create(
            Screen screen, Place place, HttpServletRequest request, HttpServletResponse response,
            @PathVariable String link) {
        return switch (signIns.proveByLink(place.schoolOrNull(), link)) {
            case Proof.Good(var signIn) -> {
                signingIn.begin(signIn, request, response);
                yield Redirects.to(signIn.next());
            }
            case Proof.Wrong _,Proof.Over _ -> {
                response.setStatus(HttpStatus.GONE.value());
                yield page(screen, place, link, false, true);
            }
        };
    }

    private JteModel page(Screen screen, Place place, String link, boolean good, boolean sameBrowser) {
        return templates.identitySignInLink(
                screen, PlaceName.of(screen, place), PlaceName.tokens(place), link, good, sameBrowser);
    }
}
