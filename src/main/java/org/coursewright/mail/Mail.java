package org.coursewright.mail;

import org.coursewright.platform.EmailAddress;

/// A mail to one person.
///
/// @param sender name beside the address, such as the school's
/// @param plain the text for readers without HTML
public record Mail(EmailAddress recipient, String sender, String subject, String plain, String html) {

    public Mail {
        subject = subject.replaceAll("[\\r\\n]+", " ").strip();
        sender = sender.replaceAll("[\\r\\n<>\"]+", " ").strip();
    }
}
