package org.coursewright.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/// A mail in the form that travels.
final class MimeMails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeMails() {}

    static MimeMessage message(Session session, String from, long id, Mail mail) throws IOException {
        try {
            var message = new MimeMessage(session) {

                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<mail-" + id + "@" + from.substring(from.indexOf('@') + 1) + ">");
                }
            };
            message.setFrom(new InternetAddress(from, mail.sender(), UTF_8));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient().value()));
            message.setSubject(mail.subject(), UTF_8);
            message.setSentDate(new Date());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(
                    new MimeMultipart("alternative", part(mail.plain(), "plain"), part(mail.html(), "html")));
            message.saveChanges();
            return message;
        } catch (MessagingException failed) {
            throw new IOException(failed);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
