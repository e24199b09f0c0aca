package org.coursewright.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where this program runs: `coursewright.*`, or `COURSEWRIGHT_…` in the environment.
///
/// @param data folder of everything that must outlive the process
/// @param url public base URL; schools live on sub-domains of its host
/// @param role what this process does: serve pages, do jobs, or both
/// @param demo development: loads the demo school and shows the mailbox at `/dev/mail`
/// @param databaseUrl JDBC URL of an external PostgreSQL; absent = embedded
/// @param databaseOwnerUrl the same database as the role that owns the schema, when it is another one
@ConfigurationProperties("coursewright")
public record Settings(
        @DefaultValue("./data") Path data,
        URI url,
        @DefaultValue("all") Role role,
        @DefaultValue("false") boolean demo,
        @Nullable String databaseUrl,
        @Nullable String databaseOwnerUrl) {

    /// What a process does.
    public enum Role {
        WEB, WORKER, ALL;

        public boolean works() {
            return this != WEB;
        }
    }

    public Settings {
        data = data.toAbsolutePath().normalize();
        if (url.getHost() == null || url.getRawQuery() != null)
            throw new IllegalArgumentException(
                    "COURSEWRIGHT_URL must look like https://school.example.org, not " + url);
    }

    /// The host under which schools have their sub-domains.
    public String baseHost() {
        return url.getHost();
    }

    /// The address of a page on the host of a school.
    public String schoolUrl(String label, String path) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + label + "." + baseHost() + port + path;
    }

    /// The address of a page on the platform's own host.
    public String platformUrl(String path) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + baseHost() + port + path;
    }

    public boolean secure() {
        return "https".equals(url.getScheme());
    }
}
