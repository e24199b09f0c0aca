package org.coursewright.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.coursewright.job.GivenUp;
import org.coursewright.platform.EmailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpMailboxTest implements MailboxContract {

    private static final Mail MAIL = new Mail(MIA, "Ada", "Hello", "a", "a");

    @TempDir
    private Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", "smtp"));

    @BeforeEach
    void start() {
        server.setUser("school@example.org", "school", "p/a+ss w:rd");
        server.getUserManager().setAuthRequired(true);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    public Mailbox mailbox() {
        return mailbox("smtp://school:p%2Fa+ss%20w%3Ard@localhost:" + server.getSmtp().getPort() + "?tls=none");
    }

    @Override
    public List<MimeMessage> delivered() {
        return List.of(server.getReceivedMessages());
    }

    @Test
    void aMailThatIsEncryptedFromTheFirstByteArrives() throws Exception {
        var certificate = Certificate.make(folder);
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
        var encrypted = new GreenMail(new ServerSetup(0, "localhost", "smtps"));
        encrypted.start();
        try {
            var setting = "smtps://school:word@localhost:" + encrypted.getSmtps().getPort();
            encrypted.setUser("school@example.org", "school", "word");
            var trusting = certificate.trusted().getSocketFactory();
            new SmtpMailbox(address(setting), trusting).deliver(1, MAIL);
            assertThat(encrypted.getReceivedMessages()).hasSize(1);
            assertThatThrownBy(() -> mailbox(setting).deliver(2, MAIL))
                    .as("a certificate that nobody vouches for")
                    .isInstanceOf(IOException.class);
            var other = setting.replace("localhost", "127.0.0.1");
            assertThatThrownBy(() -> new SmtpMailbox(address(other), trusting).deliver(3, MAIL))
                    .as("a certificate of another name")
                    .isInstanceOf(IOException.class);
            assertThat(encrypted.getReceivedMessages()).hasSize(1);
        } finally {
            encrypted.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    @Test
    void aPlainGreetingTurnsToTlsBeforeAnythingIsSaid() throws Exception {
        var context = Certificate.make(folder).trusted();
        try (var answering = new AnsweringServer(context, "250 fine")) {
            var address = address("smtp://localhost:" + answering.port());
            new SmtpMailbox(address, context.getSocketFactory()).deliver(1, MAIL);
            assertThat(answering.heard()).startsWith("EHLO example.org", "STARTTLS", "tls EHLO example.org")
                    .contains("tls RCPT TO:<mia@example.org>", "tls DATA");
        }
    }

    @Test
    void aServerThatCannotEncryptGetsNeitherPasswordNorMail() throws Exception {
        try (var answering = new AnsweringServer(null, "250 fine")) {
            var mailbox = mailbox("smtp://school:word@localhost:" + answering.port());
            assertThatThrownBy(() -> mailbox.deliver(1, MAIL))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(answering.heard()).noneMatch(command -> command.matches("(AUTH|MAIL|RCPT|DATA).*"));
        }
    }

    @Test
    void whatTheServerRefusesForGoodIsGivenUp() throws Exception {
        try (var answering = new AnsweringServer(null, "550 5.1.1 no such person")) {
            var mailbox = mailbox("smtp://localhost:" + answering.port() + "?tls=none");
            assertThatThrownBy(() -> mailbox.deliver(1, MAIL))
                    .isInstanceOf(GivenUp.class)
                    .hasMessageContaining("localhost:" + answering.port())
                    .hasMessageEndingWith("550 5.1.1 no such person");
        }
    }

    @Test
    void whatTheServerWantsLaterIsTriedLater() throws Exception {
        try (var answering = new AnsweringServer(null, "451 4.7.1 greylisted")) {
            var mailbox = mailbox("smtp://localhost:" + answering.port() + "?tls=none");
            assertThatThrownBy(() -> mailbox.deliver(1, MAIL))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("451 4.7.1 greylisted");
        }
    }

    @Test
    void aWrongPasswordIsTriedAgainSinceTheOperatorCanMendIt() {
        var mailbox = mailbox("smtp://school:wrong@localhost:" + server.getSmtp().getPort() + "?tls=none");
        assertThatThrownBy(() -> mailbox.deliver(1, MAIL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("535")
                .hasMessageNotContaining("wrong");
        assertThat(delivered()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> mailbox("smtp://localhost:" + port + "?tls=none").deliver(1, MAIL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("localhost:" + port);
    }

    private static Mailbox mailbox(String setting) {
        return new SmtpMailbox(address(setting), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static SmtpAddress address(String setting) {
        return SmtpAddress.parse(setting, new EmailAddress("school@example.org"));
    }
}
