package org.coursewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.coursewright.platform.EmailAddress;
import org.junit.jupiter.api.Test;

/// What every mailbox keeps to.
interface MailboxContract {

    EmailAddress MIA = new EmailAddress("mia@example.org");

    /// One whose mails come from school@example.org.
    Mailbox mailbox() throws Exception;

    /// What it has delivered, the oldest first.
    List<MimeMessage> delivered() throws Exception;

    @Test
    default void aMailArrivesWithWordsForBothKindsOfReaders() throws Exception {
        mailbox().deliver(1, new Mail(MIA, "Ada's school", "Your code", "Type 123 456\n", "<p>Type 123 456</p>"));
        var mail = delivered().getFirst();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getRecipients(Message.RecipientType.TO)).containsExactly(new InternetAddress(MIA.value()));
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("school@example.org", "Ada's school"));
        assertThat(mail.getSubject()).isEqualTo("Your code");
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Type 123 456");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Type 123 456</p>");
    }

    @Test
    default void allLettersArriveAsTheyWere() throws Exception {
        var words = "Größe – 学校 – مدرسة – 🎓";
        mailbox().deliver(1, new Mail(MIA, words, words, words, "<p>" + words + "</p>"));
        var mail = delivered().getFirst();
        assertThat(mail.getSubject()).isEqualTo(words);
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo(words);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo(words);
    }

    @Test
    default void aLineOfOneDotIsNotTheEnd() throws Exception {
        mailbox().deliver(1, new Mail(MIA, "Ada", "Dots", "one\n.\n..\ntwo\n", "<p></p>"));
        var parts = (MimeMultipart) delivered().getFirst().getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().strip().lines())
                .containsExactly("one", ".", "..", "two");
    }

    @Test
    default void aMailThatGoesTwiceIsKnownByItsId() throws Exception {
        var mailbox = mailbox();
        mailbox.deliver(7, new Mail(MIA, "Ada", "Again", "a", "a"));
        mailbox.deliver(7, new Mail(MIA, "Ada", "Again", "a", "a"));
        for (var mail : delivered())
            assertThat(mail.getMessageID()).isEqualTo("<mail-7@example.org>");
    }

    @Test
    default void aSubjectAddsNoLineToTheHead() throws Exception {
        mailbox().deliver(1, new Mail(MIA, "Ada\r\nBcc: eve@example.org", "A\r\nBcc: eve@example.org", "a", "a"));
        var mail = delivered().getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }
}
