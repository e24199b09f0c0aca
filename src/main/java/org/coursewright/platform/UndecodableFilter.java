package org.coursewright.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A parameter that cannot be decoded, such as `%zz`, is the sender's fault and no error of ours: 400, and nothing in the
/// inbox of errors. The server finds it wherever a parameter is read first.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UndecodableFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | InvalidParameterException failed) {
            boolean undecodable = failed instanceof InvalidParameterException
                    || failed.getCause() instanceof InvalidParameterException;
            if (!undecodable || response.isCommitted()) throw failed;
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
