package org.coursewright.school;

import java.util.Locale;
import org.coursewright.platform.Settings;
import org.coursewright.platform.Slug;
import org.springframework.stereotype.Component;

/// Host name to place: the base host is the platform, its sub-domains are schools and their previews.
@Component
public class Hosts {

    private final String base;
    private final Schools schools;

    Hosts(Settings settings, Schools schools) {
        this.base = settings.baseHost().toLowerCase(Locale.ROOT);
        this.schools = schools;
    }

    /// @param host the name from the request, without port
    public Place find(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals(base) || isLoopback(name)) return new Place.Platform();
        if (!name.endsWith("." + base)) return new Place.Nowhere();
        var label = name.substring(0, name.length() - base.length() - 1);
        int dashes = label.lastIndexOf("--");
        var slug = dashes < 0 ? label : label.substring(dashes + 2);
        if (!Slug.isValid(slug)) return new Place.Nowhere();
        var school = schools.find(new Slug(slug));
        if (school.isEmpty()) return new Place.Nowhere();
        return dashes < 0
                ? new Place.AtSchool(school.get())
                : new Place.AtPreview(school.get(), label.substring(0, dashes));
    }

    /// Health checks of balancers come to the bare address.
    private static boolean isLoopback(String name) {
        return name.equals("127.0.0.1") || name.equals("[::1]");
    }
}
