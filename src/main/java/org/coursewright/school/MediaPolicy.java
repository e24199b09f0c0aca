package org.coursewright.school;

import java.util.List;
import org.coursewright.platform.MediaSources;
import org.springframework.stereotype.Component;

/// Content security policies that let media come from where the media of that very place lie, and from nowhere else.
@Component
public class MediaPolicy {

    private final MediaSources sources;
    private final List<MediaHosts> hosts;

    MediaPolicy(MediaSources sources, List<MediaHosts> hosts) {
        this.sources = sources;
        this.hosts = hosts;
    }

    /// @param policy one that says `'self'` for media and connections
    public String in(String policy, Place place) {
        return sources.in(policy, hosts.stream().flatMap(each -> each.at(place).stream()).toList());
    }
}
