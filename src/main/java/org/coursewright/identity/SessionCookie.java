package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.coursewright.platform.Cookies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie of a session: for this host alone, invisible to scripts, only over TLS where there is TLS.
@Component
class SessionCookie {

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final String NAME = "session";

    Optional<String> find(HttpServletRequest request) {
        return Cookies.find(request, name(request));
    }

    void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, LONGEST);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
        var cookie = ResponseCookie.from(name(request), token)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
