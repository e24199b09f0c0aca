package org.coursewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.coursewright.job.GivenUp;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mail leaves by a mail server. What it refuses for good (5xx, RFC 5321 4.2.1) is given up; all else may go later.
final class SmtpMailbox implements Mailbox {

    private static final Logger log = LoggerFactory.getLogger(SmtpMailbox.class);
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "30000";

    private final SmtpAddress address;
    private final Session session;

    /// @param tls makes the encrypted connections, and decides which servers are trusted
    SmtpMailbox(SmtpAddress address, SSLSocketFactory tls) {
        this.address = address;
        this.session = Session.getInstance(properties(address, tls));
    }

    @Override
    public void deliver(long id, Mail mail) throws IOException {
        var message = MimeMails.message(session, address.from().value(), id, mail);
        try {
            send(message);
        } catch (MessagingException failed) {
            if (refusedForGood(failed))
                throw new GivenUp("The mail server " + address + " refuses it: " + words(failed));
            throw new IOException("The mail server " + address + " did not take it: " + words(failed), failed);
        }
    }

    /// Says hello, as for a mail, and goodbye.
    @Override
    public Optional<String> fault() {
        try {
            var transport = session.getTransport("smtp");
            try {
                connect(transport);
            } finally {
                close(transport);
            }
            return Optional.empty();
        } catch (MessagingException failed) {
            return Optional.of("the mail server " + address + " does not let us in: " + words(failed));
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (address.user().isEmpty()) transport.connect(address.host(), address.port(), null, null);
        else
            transport.connect(address.host(), address.port(), address.user(), address.password());
    }

    private void send(MimeMessage message) throws MessagingException {
        var transport = session.getTransport("smtp");
        try {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /// The mail is with the server, or the failure is known already: a bad goodbye must not send it twice.
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException failed) {
            log.debug("The mail server did not say goodbye", failed);
        }
    }

    /// One mail has one recipient, so one refusal is all there is to know.
    private static boolean refusedForGood(MessagingException failed) {
        for (Exception each = failed; each instanceof MessagingException next; each = next.getNextException())
            if (answer(next) / 100 == 5) return true;
        return false;
    }

    private static int answer(MessagingException failed) {
        return switch (failed) {
            case SMTPAddressFailedException recipient -> recipient.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException text -> text.getReturnCode();
            default -> 0;
        };
    }

    private static String words(MessagingException failed) {
        Exception last = failed;
        while (last instanceof MessagingException next && next.getNextException() != null)
            last = next.getNextException();
        return String.valueOf(last.getMessage()).strip();
    }

    private static Properties properties(SmtpAddress address, SSLSocketFactory tls) {
        var properties = new Properties();
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(address.tls() == SmtpAddress.Tls.AT_ONCE));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(address.tls() == SmtpAddress.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(address.tls() == SmtpAddress.Tls.STARTTLS));
        properties.put("mail.smtp.auth", Boolean.toString(!address.user().isEmpty()));
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
        properties.put("mail.smtp.timeout", ANSWER_MILLISECONDS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLISECONDS);
        var from = address.from().value();
        properties.put("mail.smtp.localhost", from.substring(from.indexOf('@') + 1));
        return properties;
    }
}
