package org.coursewright.school;

import java.time.Instant;
import java.util.Set;
import org.coursewright.platform.Slug;

/// A school: a tenant of this installation, at its own host.
public record School(long id, Slug slug, String name, String language, Instant createdAt) {

    /// Names that are no school's: hosts of the platform itself.
    private static final Set<String> RESERVED = Set.of(
            "www", "api", "admin", "mail", "smtp", "ftp", "ns", "studio", "static", "assets", "media", "cdn", "status");

    static final int LONGEST_SLUG = 40;

    /// Whether a slug may become the host of a school.
    public static boolean mayBeNamed(String slug) {
        return Slug.isValid(slug) && slug.length() <= LONGEST_SLUG && !RESERVED.contains(slug);
    }
}
