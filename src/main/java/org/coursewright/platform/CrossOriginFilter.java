package org.coursewright.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses writes that another site starts in somebody's browser, by what browsers say of every request:
/// `Sec-Fetch-Site`, else `Origin` against `Host`. A program without a browser sends neither, has no cookie to
/// abuse, and passes.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CrossOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || isSameOrigin(request)) chain.doFilter(request, response);
        else
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "This form was sent from another site.");
    }

    private static boolean isSameOrigin(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin") || site.equals("none");
        var origin = request.getHeader("Origin");
        if (origin == null) return true;
        var host = request.getHeader("Host");
        return host != null && origin.substring(origin.indexOf("://") + 1).equals("//" + host);
    }
}
