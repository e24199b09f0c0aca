package org.coursewright.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coursewright.platform.Encoding;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Sends a stored page: packed as the client likes it, or only the word that it has not changed.
@Component
class PageResponse {

    private static final String SHORT = "public, max-age=0, s-maxage=60, stale-while-revalidate=600";
    private static final String LONG = "public, max-age=31536000, immutable";
    private static final String STYLES = "public, max-age=300, stale-while-revalidate=86400";

    private final LiveSites sites;
    private final SitePolicy policy;

    PageResponse(LiveSites sites, SitePolicy policy) {
        this.sites = sites;
        this.policy = policy;
    }

    void send(School school, StoredPage.Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = "W/\"" + page.hash().hex().substring(0, 20) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", caching(request.getRequestURI()));
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Tag", "school-" + school.slug());
        response.setHeader("Content-Security-Policy", policy.contentSecurity(Place.of(request)));
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag.substring(2))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        write(school, page, request, response);
    }

    /// The bytes alone, under the status that is set.
    void write(School school, StoredPage.Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var encoding = Encoding.best(request.getHeader("Accept-Encoding"));
        var bytes = sites.bytes(school, page, encoding);
        response.setContentType(page.mediaType());
        if (encoding != Encoding.IDENTITY) response.setHeader("Content-Encoding", encoding.token());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(bytes);
    }

    private static String caching(String path) {
        if (path.equals("/theme/tokens.css")) return STYLES;
        return path.startsWith("/theme/") ? LONG : SHORT;
    }
}
