package org.coursewright.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.coursewright.platform.Hash;
import org.coursewright.school.MediaPolicy;
import org.coursewright.school.Place;
import org.springframework.stereotype.Component;

/// What a browser may do on public pages: the only inline script is ours, known by its hash.
@Component
final class SitePolicy {

    /// Sets light or dark before the first paint.
    static final String SCHEME_SCRIPT = "(()=>{const m=/(?:^|; )scheme=(light|dark)/.exec(document.cookie);"
            + "if(m)document.documentElement.dataset.scheme=m[1]})()";

    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self' 'sha256-"
            + Base64.getEncoder().encodeToString(Hash.of(SCHEME_SCRIPT.getBytes(StandardCharsets.UTF_8)).bytes())
            + "'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; font-src 'self';"
            + " worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final MediaPolicy media;

    SitePolicy(MediaPolicy media) {
        this.media = media;
    }

    String contentSecurity(Place place) {
        return media.in(CONTENT_SECURITY, place);
    }
}
