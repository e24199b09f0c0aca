package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.coursewright.school.Place;
import org.springframework.stereotype.Component;

/// Who sends a request, told by its cookie and its host; looked up once for each request.
@Component
class People {

    private static final String STUDENT = People.class.getName() + ".student";
    private static final String ACCOUNT = People.class.getName() + ".account";

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final PlatformSessions platformSessions;

    People(SessionCookie cookie, Sessions sessions, PlatformSessions platformSessions) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.platformSessions = platformSessions;
    }

    Optional<Student> student(HttpServletRequest request) {
        if (!(Place.of(request) instanceof Place.AtSchool at)) return Optional.empty();
        if (request.getAttribute(STUDENT) instanceof Optional<?> known) return known.map(Student.class::cast);
        var found = cookie.find(request).flatMap(token -> sessions.find(at.school(), token));
        request.setAttribute(STUDENT, found);
        return found;
    }

    Optional<Browser> browser(HttpServletRequest request) {
        return cookie.find(request).map(session -> Browser.of(session, request.getHeader("User-Agent")));
    }

    Optional<Account> account(HttpServletRequest request) {
        if (!(Place.of(request) instanceof Place.Platform)) return Optional.empty();
        if (request.getAttribute(ACCOUNT) instanceof Optional<?> known) return known.map(Account.class::cast);
        var found = cookie.find(request).flatMap(platformSessions::find);
        request.setAttribute(ACCOUNT, found);
        return found;
    }
}
