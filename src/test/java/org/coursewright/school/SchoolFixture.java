package org.coursewright.school;

import javax.sql.DataSource;
import org.coursewright.Database;
import org.coursewright.platform.PlatformFixture;
import org.coursewright.platform.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Schools for tests without the container.
public final class SchoolFixture {

    private SchoolFixture() {}

    public static Schools schools(Database database) {
        return schools(database.dataSource());
    }

    public static Schools schools(DataSource source) {
        var jdbc = JdbcClient.create(source);
        return new Schools(jdbc, PlatformFixture.notices(jdbc, source));
    }

    public static School school(Database database, String slug) {
        return schools(database).create(new Slug(slug), "School of " + slug).orElseThrow();
    }
}
