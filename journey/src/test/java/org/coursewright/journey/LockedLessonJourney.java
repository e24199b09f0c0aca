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
        var request = page.context().request();
        var outline = request.get(school + "/learn/first-school").text();
        assertThat(outline).doesNotContain("it never overwrites");
        assertThat(request.get(school + "/media/public/" + "0".repeat(64) + "/master.m3u8").status()).isEqualTo(404);
        assertThat(request.get(school + "/media/s1.99999999999.forged/" + "0".repeat(64) + "/master.m3u8").status())
                .isEqualTo(403);
        assertThat(request.get(school + "/files/1.1.99999999999.forged/" + "0".repeat(64) + "/a.txt").status())
                .isEqualTo(404);
    }
}
