package org.coursewright.school;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the place on the request before anything else looks at it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HostFilter extends OncePerRequestFilter {

    private final Hosts hosts;

    HostFilter(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Place.ATTRIBUTE, hosts.find(request.getServerName()));
        chain.doFilter(request, response);
    }
}
