package org.coursewright.platform;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// What people see when something went wrong: what happened, what is safe, what to do. Programs get JSON instead.
@Component
class ErrorPages implements ErrorViewResolver {

    private final Templates templates;
    private final Screens screens;

    ErrorPages(Templates templates, Screens screens) {
        this.templates = templates;
        this.screens = screens;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return new ModelAndView((View) (_, shown, response) -> write(shown, response, status), Map.of());
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        var id = (@Nullable String) request.getAttribute(RequestIdFilter.ATTRIBUTE);
        var page = templates.layoutError(screens.of(request, response), text(status),
                Objects.requireNonNullElse(id, ""));
        response.setHeader("Cache-Control", "no-store");
        TypedPages.send(page, request.getHeader("Accept-Encoding"), response);
    }

    /// The beginning of the keys of its messages.
    private static String text(HttpStatus status) {
        return switch (status.value()) {
            case 401, 403 -> "error.403";
            case 404, 405, 410 -> "error.404";
            case 503 -> "error.503";
            default -> status.is4xxClientError() ? "error.422" : "error.500";
        };
    }
}
