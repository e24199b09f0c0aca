package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.OnSchool;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// The way out.
@Controller
@OnPlatform
@OnSchool
class SignOutController {

    private final SigningIn signingIn;

    SignOutController(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> create(HttpServletRequest request, HttpServletResponse response) {
        signingIn.end(request, response);
        return Redirects.to("/");
    }
}
