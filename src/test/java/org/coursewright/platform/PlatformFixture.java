package org.coursewright.platform;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Parts of the platform for tests without the container.
public final class PlatformFixture {

    private PlatformFixture() {}

    public static Notices notices(JdbcClient jdbc, DataSource source) {
        return new Notices(jdbc, source);
    }

    public static Health health(HealthCheck... checks) {
        return new Health(List.of(checks));
    }

    public static Secrets secrets(JdbcClient jdbc) {
        return new Secrets(jdbc);
    }
}
