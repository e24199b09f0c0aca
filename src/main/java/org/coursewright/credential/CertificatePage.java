package org.coursewright.credential;

import org.coursewright.platform.Messages;
import org.jspecify.annotations.Nullable;

/// A certificate as the public sees it: one file, which asks for nothing else.
///
/// @param url of itself
/// @param pdf where the same lies for printing, null where it cannot be had
/// @param style the whole style sheet
public record CertificatePage(
        Messages messages, Certificate certificate, String url, @Nullable String pdf, String style) {

    public CertificateWords words() {
        return new CertificateWords(messages, certificate);
    }

    public QrSquare qr() {
        return QrSquare.of(url);
    }

    /// What it is, in a line for other sites.
    public String summary() {
        return messages.get("credential.summary", certificate.title(), certificate.issuer(), words().day());
    }
}
