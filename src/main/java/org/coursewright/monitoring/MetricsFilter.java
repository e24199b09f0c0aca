package org.coursewright.monitoring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.coursewright.school.Place;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Measures answers, by the route that gave them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class MetricsFilter extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Metrics metrics;

    MetricsFilter(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !metrics.wanted();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            metrics.answered(answered(request, answered ? response.getStatus() : 500), System.nanoTime() - began);
        }
    }

    private static Metrics.Answered answered(HttpServletRequest request, int status) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        return new Metrics.Answered(place(Place.of(request)), method, pattern == null ? "none" : pattern.toString(),
                status);
    }

    private static String place(Place place) {
        return switch (place) {
            case Place.Platform _ -> "platform";
            case Place.AtSchool _ -> "school";
            case Place.AtPreview _ -> "preview";
            case Place.Nowhere _ -> "nowhere";
        };
    }
}
