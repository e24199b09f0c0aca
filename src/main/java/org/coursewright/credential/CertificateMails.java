package org.coursewright.credential;

import org.coursewright.mail.Letter;
import org.coursewright.mail.Outbox;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Tells a student of a certificate: that it is there, or that it only needs a name.
@Component
class CertificateMails {

    private final Outbox outbox;
    private final Settings settings;

    CertificateMails(Outbox outbox, Settings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    void askForName(School school, EmailAddress student, String course) {
        var messages = Messages.english();
        outbox.send(school, Letter.to(student)
                .from(school.name())
                .subject(messages.get("credential.mail.name.subject", course))
                .text(messages.get("credential.mail.name.text", course))
                .button(messages.get("credential.mail.name.button"), url(school, "/certificates"))
                .mail());
    }

    void sayIssued(School school, EmailAddress student, String course, String code) {
        var messages = Messages.english();
        outbox.send(school, Letter.to(student)
                .from(school.name())
                .subject(messages.get("credential.mail.issued.subject", course))
                .text(messages.get("credential.mail.issued.text", course))
                .button(messages.get("credential.mail.issued.button"), url(school, "/certificates/" + code))
                .text(messages.get("credential.mail.issued.share", url(school, "/certificates")))
                .mail());
    }

    private String url(School school, String path) {
        return settings.schoolUrl(school.slug().value(), path);
    }
}
