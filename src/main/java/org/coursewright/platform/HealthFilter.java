package org.coursewright.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// `/health/live`: the process answers. `/health/ready`: it can serve and is not on its way out, else 503; `degraded` where a
/// component fails without which pages still come. On every host, since
/// balancers ask by address.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HealthFilter extends OncePerRequestFilter {

    private final Health health;
    private final Drain drain;

    HealthFilter(Health health, Drain drain) {
        this.health = health;
        this.drain = drain;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            chain.doFilter(request, response);
            return;
        }
        switch (request.getRequestURI()) {
            case "/health/live" -> write(response, 200, "{\"status\":\"up\"}");
            case "/health/ready" -> ready(response);
            default -> chain.doFilter(request, response);
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        if (drain.draining()) {
            write(response, 503, "{\"status\":\"draining\"}");
            return;
        }
        var states = health.readiness();
        var components = new LinkedHashMap<String, String>();
        states.forEach(state -> components.put(state.component(), state.good() ? "up" : "down"));
        boolean serves = states.stream().allMatch(state -> state.good() || !state.vital());
        boolean good = states.stream().allMatch(Health.State::good);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", good ? "up" : serves ? "degraded" : "down");
        answer.put("components", components);
        write(response, serves ? 200 : 503, JsonMapper.shared().writeValueAsString(answer));
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.getWriter().write(json);
    }
}
