package org.coursewright.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The record for tests without the container.
public final class AuditFixture {

    private AuditFixture() {}

    public static Audit audit(JdbcClient jdbc) {
        return new Audit(jdbc);
    }
}
