package org.coursewright.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CertificateTermsTest {

    @Test
    void aCourseThatSaysNothingGivesNoCertificate() {
        assertThat(CertificateTerms.of(JsonMapper.shared().readTree("{\"title\":\"a\"}"))).isEmpty();
    }

    @Test
    void withoutAShareAllLessonsAreAskedForAndNoExam() {
        var terms = terms("{}");
        assertThat(terms.exam()).isFalse();
        assertThat(terms.isMet(3, 2)).isFalse();
        assertThat(terms.isMet(3, 3)).isTrue();
    }

    @Test
    void aShareIsReachedToTheLessonAndNotARoundingEarlier() {
        var terms = terms("{\"lessons\":\"90%\",\"exam\":\"pass\"}");
        assertThat(terms.exam()).isTrue();
        assertThat(terms.isMet(10, 9)).isTrue();
        assertThat(terms.isMet(11, 9)).isFalse();
        assertThat(terms.isMet(11, 10)).isTrue();
    }

    @Test
    void nobodyFinishesACourseWithoutLessons() {
        assertThat(terms("{\"lessons\":\"1%\"}").isMet(0, 0)).isFalse();
    }

    @Test
    void aShareIsAPercentageOfOneToAHundred() {
        assertThat(CertificateTerms.share(" 90 % ")).hasValue(90);
        for (var wrong : new String[]{"0%", "101%", "90", "most", "-5%", "9.5%", ""})
            assertThat(CertificateTerms.share(wrong)).as(wrong).isEmpty();
    }

    private static CertificateTerms terms(String rule) {
        return CertificateTerms.of(JsonMapper.shared().readTree("{\"certificate\":" + rule + "}")).orElseThrow();
    }
}
