package org.coursewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// Every mail is a file in a folder: good for a laptop and for tests, and nothing leaves the machine.
final class LocalMailbox implements Mailbox {

    private final Path folder;
    private final String from;

    LocalMailbox(Path folder, String from) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.from = from;
    }

    @Override
    public void deliver(long id, Mail mail) throws IOException {
        var part = Files.createTempFile(folder, "part-", "");
        try (var out = Files.newOutputStream(part)) {
            MimeMails.message(Session.getInstance(new Properties()), from, id, mail).writeTo(out);
        } catch (MessagingException failed) {
            throw new IOException(failed);
        }
        Files.move(part, folder.resolve("%06d.eml".formatted(id)), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Optional<String> fault() {
        return Files.isWritable(folder) ? Optional.empty() : Optional.of(folder + " cannot be written");
    }
}
