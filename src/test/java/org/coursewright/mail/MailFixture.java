package org.coursewright.mail;

import org.coursewright.Database;
import org.coursewright.job.Jobs;

/// The outbox for tests without the container; nothing is delivered.
public final class MailFixture {

    private MailFixture() {}

    public static Outbox outbox(Database database, Jobs jobs) {
        return new Outbox(database.jdbc(), jobs, (_, _) -> {});
    }
}
