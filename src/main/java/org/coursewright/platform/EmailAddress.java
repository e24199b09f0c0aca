package org.coursewright.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address, trimmed and in lower case: two spellings are one person.
public record EmailAddress(String value) {

    private static final Pattern VALID = Pattern
            .compile("[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}]{1,64}@[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}]+[^\\s@.]");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !VALID.matcher(value).matches())
            throw new IllegalArgumentException("not an e-mail address: " + value);
    }

    public static Optional<EmailAddress> find(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
