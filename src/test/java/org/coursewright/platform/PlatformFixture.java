package org.coursewright.platform;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Parts of the platform for tests without the container.
public final class PlatformFixture {

    private PlatformFixture() {}

    public static Notices notices(JdbcClient jdbc, DataSource source) {
        return new Notices(jdbc, source);
    }

    public static Secrets secrets(JdbcClient jdbc) {
        return new Secrets(jdbc);
    }
}
