package org.coursewright.platform;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where a browser may fetch media besides from ourselves: the host of the network that `COURSEWRIGHT_VIDEO_CDN` names.
@Component
public class MediaSources {

    private static final Pattern HOST = Pattern.compile("[a-z]+://([A-Za-z0-9.-]+(?::[0-9]+)?)(?:[/?].*)?");

    private final String sources;

    MediaSources(@Value("${coursewright.video.cdn:}") String address) {
        var host = HOST.matcher(address);
        this.sources = host.matches() ? "'self' https://" + host.group(1) : "'self'";
    }

    /// A content security policy that says `'self'` for media and connections, with exactly that host and these besides.
    public String in(String policy, List<String> more) {
        var all = more.isEmpty() ? sources : sources + " " + String.join(" ", more);
        return policy.replace("media-src 'self'", "media-src " + all)
                .replace("connect-src 'self'", "connect-src " + all);
    }
}
