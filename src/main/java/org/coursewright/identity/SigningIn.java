package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.coursewright.platform.EmailAddress;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens and ends sessions: at a school for a student, on the platform for an account.
@Component
public class SigningIn {

    private static final int LONGEST_DEVICE = 200;

    private final Students students;
    private final Accounts accounts;
    private final Sessions sessions;
    private final PlatformSessions platformSessions;
    private final SessionCookie cookie;

    SigningIn(
            Students students,
            Accounts accounts,
            Sessions sessions,
            PlatformSessions platformSessions,
            SessionCookie cookie) {
        this.students = students;
        this.accounts = accounts;
        this.sessions = sessions;
        this.platformSessions = platformSessions;
        this.cookie = cookie;
    }

    void begin(SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        begin(signIn.school(), signIn.email(), request, response);
    }

    /// A session of whoever has this address; a new one each time, so nobody can prepare one for another.
    ///
    /// @param school null = on the platform
    public void begin(
            @Nullable School school, EmailAddress email, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        var token = school == null
                ? platformSessions.start(accounts.ensure(email), device(request))
                : sessions.start(school, students.ensure(school, email), device(request));
        cookie.set(request, response, token);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.find(request).ifPresent(token -> {
            switch (Place.of(request)) {
                case Place.AtSchool at -> sessions.end(at.school(), token);
                case Place.Platform _ -> platformSessions.end(token);
                case Place.AtPreview _,Place.Nowhere _ -> {
                }
            }
        });
        cookie.clear(request, response);
    }

    private static String device(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        if (agent == null) return "";
        return agent.length() <= LONGEST_DEVICE ? agent : agent.substring(0, LONGEST_DEVICE);
    }
}
