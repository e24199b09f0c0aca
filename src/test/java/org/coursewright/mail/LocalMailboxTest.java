package org.coursewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailboxTest implements MailboxContract {

    @TempDir
    private Path folder;

    @Override
    public Mailbox mailbox() throws Exception {
        return new LocalMailbox(folder, "school@example.org");
    }

    @Override
    public List<MimeMessage> delivered() throws Exception {
        var mails = new ArrayList<MimeMessage>();
        for (var file : files())
            mails.add(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(Files.readAllBytes(file))));
        return mails;
    }

    @Test
    void everyMailIsOneFileInTheOrderOfTheirIds() throws Exception {
        var mailbox = mailbox();
        mailbox.deliver(10, new Mail(MIA, "Ada", "Ten", "a", "a"));
        mailbox.deliver(9, new Mail(MIA, "Ada", "Nine", "a", "a"));
        mailbox.deliver(9, new Mail(MIA, "Ada", "Nine", "a", "a"));
        assertThat(files()).extracting(file -> file.getFileName().toString())
                .containsExactly("000009.eml", "000010.eml");
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
