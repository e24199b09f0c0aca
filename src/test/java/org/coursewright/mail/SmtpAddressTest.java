package org.coursewright.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewright.mail.SmtpAddress.Tls;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {

    private static final EmailAddress SCHOOL = new EmailAddress("school@example.org");

    @Test
    void aServerHasThePortOfItsKindOfEncryption() {
        assertThat(parse("smtp://mail.example.org"))
                .isEqualTo(new SmtpAddress(Tls.STARTTLS, "mail.example.org", 587, "", "", SCHOOL));
        assertThat(parse("smtps://mail.example.org").port()).isEqualTo(465);
        assertThat(parse("smtp://localhost?tls=none").port()).isEqualTo(25);
        assertThat(parse("smtp://localhost:2525?tls=none").port()).isEqualTo(2525);
    }

    @Test
    void aPasswordMayHaveAnyCharacter() {
        var address = parse("smtp://AKIA:a%2Fb+c%40d:e@mail.example.org:2587?from=hello@ada.example");
        assertThat(address.user()).isEqualTo("AKIA");
        assertThat(address.password()).isEqualTo("a/b+c@d:e");
        assertThat(address.from()).isEqualTo(new EmailAddress("hello@ada.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "mail.example.org:587", "ses://x:secret@mail.example.org", "smtp:",
            "smtp://", "smtp://u:sec/ret@mail.example.org", "smtp://u:sec ret@mail.example.org",
            "smtp://secret@mail.example.org", "smtp://:secret@mail.example.org", "smtp://u:secret@mail.example.org/x",
            "smtp://u:secret@mail.example.org?tls=maybe", "smtp://u:secret@mail.example.org?from=nobody",
            "smtp://u:secret@mail.example.org?timeout=3", "smtp://u:secret@mail.example.org?", "smtp://u:%zz@mail"})
    void aMalformedSettingIsToldWithoutItsPassword(String setting) {
        assertThatThrownBy(() -> parse(setting))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("COURSEWRIGHT_MAIL must look like smtp://")
                .hasMessageNotContaining("sec");
    }

    @Test
    void noPasswordGetsIntoALog() {
        assertThat(parse("smtp://u:secret@mail.example.org").toString()).isEqualTo("mail.example.org:587");
    }

    private static SmtpAddress parse(String setting) {
        return SmtpAddress.parse(setting, SCHOOL);
    }
}
