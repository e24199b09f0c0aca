package org.coursewright.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Cookies of a request by name.
public final class Cookies {

    private Cookies() {}

    public static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (var cookie : cookies)
            if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
        return Optional.empty();
    }
}
