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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The code from the mail, typed into the browser that asked for it.
@Controller
@OnPlatform
@OnSchool
class SignInCodeController {

    private final SignIns signIns;
    private final SigningIn signingIn;
    private final AskingCookie asking;
    private final Templates templates;

    SignInCodeController(SignIns signIns, SigningIn signingIn, AskingCookie asking, Templates templates) {
        this.signIns = signIns;
        this.signingIn = signingIn;
        this.asking = asking;
        this.templates = templates;
    }

    @GetMapping("/sign-in/code")
    JteModel fresh(Screen screen, Place place) {
        return page(screen, place, "");
    }

    @PostMapping("/sign-in/code")
    Object create(
            Screen screen,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        var proof = signIns.proveByCode(place.schoolOrNull(), asking.find(request).orElse(""), code);
        return switch (proof) {
            case Proof.Good(var signIn) -> {
                signingIn.begin(signIn, request, response);
                yield Redirects.to(signIn.next());
            }
            case Proof.Wrong(var left) -> refused(screen, place, response, screen.get("identity.code.wrong", left));
            case Proof.Over() -> refused(screen, place, response, screen.get("identity.code.over"));
        };
    }

    private JteModel refused(Screen screen, Place place, HttpServletResponse response, String error) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(screen, place, error);
    }

    private JteModel page(Screen screen, Place place, String error) {
        return templates.identitySignInCode(screen, PlaceName.of(screen, place), PlaceName.tokens(place), error);
    }
}
