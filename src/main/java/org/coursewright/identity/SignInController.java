package org.coursewright.identity;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.OnSchool;
import org.coursewright.school.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One field: the address. The answer is the same for every address.
@Controller
@OnPlatform
@OnSchool
class SignInController {

    private final SignIns signIns;
    private final AskingCookie asking;
    private final People people;
    private final SignInPolicy policy;
    private final Templates templates;

    SignInController(SignIns signIns, AskingCookie asking, People people, SignInPolicy policy,
            Templates templates) {
        this.signIns = signIns;
        this.asking = asking;
        this.people = people;
        this.policy = policy;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    Object fresh(Screen screen, Place place, HttpServletRequest request,
            @RequestParam(required = false) @Nullable String next) {
        var target = Next.safe(next, home(place));
        if (people.student(request).isPresent() || people.account(request).isPresent())
            return Redirects.to(target);
        return page(screen, place, "", target, "");
    }

    @PostMapping("/sign-in")
    Object create(
            Screen screen,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String next) {
        var target = Next.safe(next, home(place));
        var address = EmailAddress.find(email);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(screen, place, email, target, screen.get("identity.sign-in.no-address"));
        }
        return switch (signIns.ask(place.schoolOrNull(), address.get(), request.getRemoteAddr(), target)) {
            case Asked.Sent(var browser) -> {
                asking.set(request, response, browser);
                yield Redirects.to("/sign-in/code");
            }
            case Asked.Wait(var left) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader("Retry-After", Long.toString(left.toSeconds()));
                yield page(screen, place, email, target, screen.get("identity.sign-in.wait", Waits.text(screen, left)));
            }
        };
    }

    private JteModel page(Screen screen, Place place, String email, String next, String error) {
        return templates.identitySignIn(screen, PlaceName.of(screen, place), PlaceName.tokens(place),
                policy.isOpen(place.schoolOrNull()), email, next,
                error);
    }

    static String home(Place place) {
        return place instanceof Place.AtSchool ? "/learn" : "/";
    }
}
