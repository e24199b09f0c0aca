package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.coursewright.school.MediaPolicy;
import org.coursewright.school.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/// Who may do what stands in the controllers' parameters; here is what holds for every request: the firewall, which
/// Spring Security puts before each chain, and the headers. Each further filter would cost every request.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String HEADER = "Content-Security-Policy";
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; "
            + "worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain securityFilterChain(MediaPolicy policy) {
        var headers = new HeaderWriterFilter(List.of(
                new CacheControlHeadersWriter(), // where nothing else is said
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                (request, response) -> contentSecurity(policy, request, response),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)));
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, headers);
    }

    /// A form with the character zero is no request: PostgreSQL has none, so each text would end as an error of ours.
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    private static void contentSecurity(MediaPolicy policy, HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER))
            response.setHeader(HEADER, policy.in(CONTENT_SECURITY, Place.of(request)));
    }
}
