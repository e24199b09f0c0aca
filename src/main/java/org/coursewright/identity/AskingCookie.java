package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.coursewright.platform.Cookies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Remembers for 15 minutes which browser asked for a code, and the address it was sent to.
@Component
class AskingCookie {

    private static final String NAME = "asking";

    Optional<String> find(HttpServletRequest request) {
        return Cookies.find(request, NAME);
    }

    void set(HttpServletRequest request, HttpServletResponse response, String browser) {
        var cookie = ResponseCookie.from(NAME, browser)
                .path("/sign-in")
                .maxAge(Duration.ofMinutes(15))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
