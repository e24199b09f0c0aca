package org.coursewright.credential;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.coursewright.platform.Messages;

/// What stands on a certificate, on the screen and on paper alike.
public final class CertificateWords {

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int SAID_IN_MINUTES = 90;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Messages messages;
    private final Certificate certificate;

    CertificateWords(Messages messages, Certificate certificate) {
        this.messages = messages;
        this.certificate = certificate;
    }

    public String heading() {
        return messages.get("credential.heading");
    }

    public String certifies() {
        return messages.get("credential.certifies");
    }

    public String completed() {
        return messages.get("credential.completed");
    }

    public String effort() {
        int minutes = certificate.minutes();
        return minutes < SAID_IN_MINUTES
                ? messages.get("credential.effort.minutes", minutes)
                : messages.get("credential.effort.hours", (minutes + MINUTES_OF_AN_HOUR / 2) / MINUTES_OF_AN_HOUR);
    }

    /// That an exam was passed.
    public Optional<String> exam() {
        return examTitle().map(exam -> messages.get("credential.exam", exam));
    }

    /// The exam, with its version.
    public Optional<String> examTitle() {
        return Optional.ofNullable(certificate.score()).map(CertificateWords::title);
    }

    /// How well, as a band.
    public Optional<String> band() {
        return Optional.ofNullable(certificate.score())
                .map(score -> messages.get("credential.band", score.from(), score.to(), score.most(), score.needed()));
    }

    /// The same for a list of facts.
    public Optional<String> result() {
        return Optional.ofNullable(certificate.score())
                .map(score -> messages.get("credential.result", score.from(), score.to(), score.most(),
                        score.needed()));
    }

    public String day() {
        return day(certificate.day());
    }

    public String day(Instant at) {
        return DAY.format(at);
    }

    public String issuedOn() {
        return messages.get("credential.issued");
    }

    public String authors() {
        return String.join(", ", certificate.authors());
    }

    public String taughtBy() {
        return messages.get("credential.taught-by");
    }

    public String check() {
        return messages.get("credential.check");
    }

    private static String title(Score score) {
        return score.version().isEmpty() || score.version().equals(score.exam())
                ? score.exam()
                : score.exam() + " (" + score.version() + ")";
    }
}
