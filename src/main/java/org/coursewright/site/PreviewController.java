package org.coursewright.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPreview;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A revision on a host of its own: the same pages as live ones, made on the spot, for nobody to keep or find.
@Controller
@OnPreview
class PreviewController {

    private final PreviewSites sites;
    private final SitePolicy policy;

    PreviewController(PreviewSites sites, SitePolicy policy) {
        this.sites = sites;
        this.policy = policy;
    }

    @GetMapping("/**")
    ResponseEntity<byte[]> show(Place place, HttpServletRequest request) {
        if (!(place instanceof Place.AtPreview(School school, String code))) throw new NotFound();
        var found = sites.find(school, code, request.getRequestURI()).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Content-Security-Policy", policy.contentSecurity(place))
                .header(HttpHeaders.CONTENT_TYPE, found.mediaType())
                .body(found.text().get().getBytes(StandardCharsets.UTF_8));
    }
}
