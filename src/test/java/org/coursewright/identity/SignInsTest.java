package org.coursewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.coursewright.Database;
import org.coursewright.job.JobFixture;
import org.coursewright.mail.MailFixture;
import org.coursewright.mail.Outbox;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.PlatformFixture;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.coursewright.school.SchoolFixture;
import org.junit.jupiter.api.Test;

class SignInsTest {

    private static final IdentitySettings IDENTITY = new IdentitySettings(false, 30);

    private static final EmailAddress MIA = new EmailAddress("mia@example.org");
    private static final Pattern LINK = Pattern.compile("/sign-in/link/([A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("(\\d{3} \\d{3})");

    private final Database database = new Database();
    private final School ada = SchoolFixture.school(database, "ada");
    private final School bob = SchoolFixture.school(database, "bob");
    private final Outbox outbox = MailFixture.outbox(database, JobFixture.jobs(database.dataSource()));
    private final SignIns signIns = signIns();

    @Test
    void theLinkSignsInOnce() {
        ask(ada);
        var link = found(LINK);
        assertThat(signIns.isGood(ada, link)).isTrue();
        assertThat(signIns.proveByLink(ada, link)).isEqualTo(new Proof.Good(new SignIn(ada, MIA, "/learn/x")));
        assertThat(signIns.proveByLink(ada, link)).isEqualTo(new Proof.Over());
        assertThat(signIns.isGood(ada, link)).isFalse();
    }

    @Test
    void theCodeWorksInTheBrowserThatAskedAndInNoOther() {
        var browser = ask(ada);
        var code = found(CODE);
        assertThat(signIns.proveByCode(ada, "another browser", code)).isEqualTo(new Proof.Over());
        assertThat(signIns.proveByCode(ada, browser, code)).isInstanceOf(Proof.Good.class);
        assertThat(signIns.proveByCode(ada, browser, code)).isEqualTo(new Proof.Over());
    }

    @Test
    void aCodeIsGuessedFiveTimesAtMost() {
        var browser = ask(ada);
        var code = found(CODE);
        var wrong = code.startsWith("0") ? "111 111" : "000 000";
        for (int left = 4; left > 0; left--)
            assertThat(signIns.proveByCode(ada, browser, wrong)).isEqualTo(new Proof.Wrong(left));
        assertThat(signIns.proveByCode(ada, browser, wrong)).isEqualTo(new Proof.Over());
        assertThat(signIns.proveByCode(ada, browser, code)).isEqualTo(new Proof.Over());
    }

    @Test
    void aLinkOfOneSchoolIsWorthNothingAtAnotherAndOnThePlatform() {
        ask(ada);
        var link = found(LINK);
        assertThat(signIns.proveByLink(bob, link)).isEqualTo(new Proof.Over());
        assertThat(signIns.proveByLink(null, link)).isEqualTo(new Proof.Over());
        assertThat(signIns.proveByLink(ada, link)).isInstanceOf(Proof.Good.class);
    }

    @Test
    void afterFifteenMinutesBothAreOver() {
        var browser = ask(ada);
        var link = found(LINK);
        var code = found(CODE);
        database.jdbc().sql("update clock_offset set shift = interval '16 minutes'").update();
        assertThat(signIns.proveByLink(ada, link)).isEqualTo(new Proof.Over());
        assertThat(signIns.proveByCode(ada, browser, code)).isEqualTo(new Proof.Over());
    }

    @Test
    void nobodyIsFloodedWithMail() {
        for (int i = 0; i < 4; i++)
            ask(ada);
        var refused = signIns.ask(ada, MIA, "192.0.2.1", "/");
        assertThat(refused).isInstanceOfSatisfying(Asked.Wait.class, wait -> assertThat(wait.left().toSeconds())
                .isBetween(1L, 900L));
        assertThat(outbox.latest(10)).hasSize(4);
        assertThat(signIns.ask(bob, MIA, "192.0.2.1", "/")).isInstanceOf(Asked.Sent.class);
    }

    @Test
    void onThePlatformAnUnknownAddressGetsTheSameAnswerAndAMailThatLetsNobodyIn() {
        assertThat(signIns.ask(null, MIA, "192.0.2.1", "/")).isInstanceOf(Asked.Sent.class);
        assertThat(outbox.latest(10)).singleElement().satisfies(mail -> assertThat(mail.plain())
                .contains("no account").doesNotContainPattern(LINK).doesNotContainPattern(CODE));
        for (int i = 0; i < 3; i++)
            signIns.ask(null, MIA, "192.0.2.1", "/");
        assertThat(signIns.ask(null, MIA, "192.0.2.1", "/")).isInstanceOf(Asked.Wait.class);
    }

    @Test
    void nobodyAsksForManyFromOnePlace() {
        for (int i = 0; i < 30; i++)
            assertThat(signIns.ask(ada, new EmailAddress("p" + i + "@example.org"), "192.0.2.7", "/"))
                    .isInstanceOf(Asked.Sent.class);
        assertThat(signIns.ask(ada, MIA, "192.0.2.7", "/")).isInstanceOf(Asked.Wait.class);
        assertThat(signIns.ask(ada, MIA, "192.0.2.8", "/")).isInstanceOf(Asked.Sent.class);
    }

    @Test
    void nextIsAPathOfTheSameHost() {
        assertThat(Next.safe("/learn/a?b=c", "/")).isEqualTo("/learn/a?b=c");
        for (var evil : new String[]{"//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "", null})
            assertThat(Next.safe(evil, "/home")).isEqualTo("/home");
    }

    private String ask(School school) {
        return ((Asked.Sent) signIns.ask(school, MIA, "192.0.2.1", "/learn/x")).browser();
    }

    private String found(Pattern pattern) {
        var match = pattern.matcher(outbox.latest(1).getFirst().plain());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private SignIns signIns() {
        var settings = new Settings(
                Path.of("target"), URI.create("http://localhost:8080"), Settings.Role.ALL, false, null, null);
        var policy = new SignInPolicy(new Accounts(database.jdbc()), IDENTITY, settings);
        var secrets = PlatformFixture.secrets(database.jdbc());
        return new SignIns(database.jdbc(), new SignInMails(outbox, settings), policy, secrets, IDENTITY);
    }
}
