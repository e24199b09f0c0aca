package org.coursewright.identity;

import org.coursewright.mail.Letter;
import org.coursewright.mail.Outbox;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The mail with the link and the code, or the one that says there is no account.
@Component
class SignInMails {

    private final Outbox outbox;
    private final Settings settings;

    SignInMails(Outbox outbox, Settings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    void send(@Nullable School school, EmailAddress email, String link, String code) {
        var messages = Messages.english();
        var place = school == null ? messages.get("identity.platform") : school.name();
        var path = "/sign-in/link/" + link;
        var url = school == null ? settings.platformUrl(path) : settings.schoolUrl(school.slug().value(), path);
        var shown = code.substring(0, 3) + " " + code.substring(3);
        var letter = Letter.to(email)
                .from(place)
                .subject(messages.get("identity.mail.subject", shown, place))
                .text(messages.get("identity.mail.open"))
                .button(messages.get("identity.mail.button", place), url)
                .text(messages.get("identity.mail.code"))
                .code(shown)
                .text(messages.get("identity.mail.end"));
        outbox.send(school, letter.mail());
    }

    /// To an address without an account on the platform. It helps who used another one, and takes as long to answer as
    /// the mail to a known address, so nobody learns from the answer which are known.
    void sayUnknown(EmailAddress email) {
        var messages = Messages.english();
        var place = messages.get("identity.platform");
        var letter = Letter.to(email)
                .from(place)
                .subject(messages.get("identity.mail.unknown.subject", place))
                .text(messages.get("identity.mail.unknown.text", settings.platformUrl("/")))
                .text(messages.get("identity.mail.unknown.end"));
        outbox.send(null, letter.mail());
    }
}
