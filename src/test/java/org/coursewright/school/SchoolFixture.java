package org.coursewright.school;

import org.coursewright.Database;
import org.coursewright.platform.PlatformFixture;
import org.coursewright.platform.Slug;

/// Schools for tests without the container.
public final class SchoolFixture {

    private SchoolFixture() {}

    public static Schools schools(Database database) {
        return new Schools(database.jdbc(), PlatformFixture.notices(database.jdbc(), database.dataSource()));
    }

    public static School school(Database database, String slug) {
        return schools(database).create(new Slug(slug), "School of " + slug).orElseThrow();
    }
}
