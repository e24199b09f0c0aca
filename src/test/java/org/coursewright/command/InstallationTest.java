package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coursewright.Database;
import org.coursewright.enrolment.BulkEnrolment;
import org.coursewright.enrolment.EnrolmentList;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.ApiToken;
import org.coursewright.identity.ApiTokens;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    private final Database database = new Database();

    @Test
    void commandsWorkOnTheDatabaseThatRuns() throws Exception {
        try (var installation = Installation.open(Map.of("COURSEWRIGHT_DATABASE_URL", database.url()))) {
            var school = installation.part(Schools.class).create(new Slug("ada"), "Ada").orElseThrow();
            var account = installation.part(Accounts.class).ensure(new EmailAddress("ada@example.org"));
            installation.part(Memberships.class).ensure(school, account, Role.OWNER, "test");
            assertThat(installation.part(Memberships.class).role(school, account)).contains(Role.OWNER);
            var tokens = installation.part(ApiTokens.class);
            var token = tokens.create(school, null, "build", List.of(ApiToken.PUSH), Duration.ofDays(1));
            assertThat(tokens.find(token).orElseThrow().bearer()).isEqualTo("build");
            var list = EnrolmentList.parse("bob@example.org").entries();
            assertThat(installation.part(BulkEnrolment.class).enrol(school, new Slug("no-such"), list, "ada"))
                    .isEmpty();
        }
    }

    @Test
    void aFolderWithoutAnInstallationIsSaidInASentence() {
        assertThatThrownBy(() -> Installation.open(Map.of("COURSEWRIGHT_DATA", folder.toString())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no installation in " + folder);
    }
}
