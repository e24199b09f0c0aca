package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Sends who is not signed in to the sign-in page, and from there back to where they wanted to go.
@ControllerAdvice
class SignInRedirect {

    @ExceptionHandler(SignInNeeded.class)
    void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET")) {
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            var next = URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?next=" + next);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }
}
