package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockedLessonJourney extends Browsing {

    private final String school = installation.school("ada", "");

    @ParameterizedTest
    @EnumSource
    void aLockedLessonGivesItsTitleAndNotAByteOfIt(Look look) throws Exception {
        var page = device(look);
        page.navigate(school + "/courses/first-school/roll-back");
        look(page, look, "locked-teaser");
        assertThat(page.content()).contains("Roll back").doesNotContain("it never overwrites");
        signInByLink(page, school, "outsider-" + look.ordinal() + "@example.org");
        page.waitForURL("**/learn");
        var answer = page.navigate(school + "/learn/first-school/roll-back");
        assertThat(answer.status()).isEqualTo(403);
        look(page, look, "locked");
        assertThat(page.content()).contains("Roll back").doesNotContain("it never overwrites");
        var outline = (String) page.evaluate("fetch('/learn/first-school').then(answer => answer.text())");
        assertThat(outline).contains("Roll back").doesNotContain("it never overwrites");
        var nothing = "0".repeat(64);
        assertThat(status(page, "/media/public/" + nothing + "/master.m3u8")).isEqualTo(404);
        assertThat(status(page, "/media/s1.99999999999.forged/" + nothing + "/master.m3u8")).isEqualTo(403);
        assertThat(status(page, "/files/1.1.99999999999.forged/" + nothing + "/a.txt")).isEqualTo(404);
    }
}
