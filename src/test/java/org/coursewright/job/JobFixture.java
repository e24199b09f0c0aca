package org.coursewright.job;

import javax.sql.DataSource;

/// The queue for tests without the container; nothing is done.
public final class JobFixture {

    private JobFixture() {}

    public static Jobs jobs(DataSource source) {
        return new Jobs(source);
    }
}
