package org.coursewright.study;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.coursewright.identity.Student;
import org.coursewright.platform.Secrets;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Signs who may load the files of one version of a lesson, and until when: at most four hours.
@Component
class FileTokens {

    private static final Duration LIFE = Duration.ofHours(4);
    private static final long STEP = Duration.ofMinutes(30).toSeconds();

    private final Secrets secrets;
    private final Clock clock;

    FileTokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Beginning of the addresses of its files. The same for half an hour, so that browsers keep what they loaded.
    String url(School school, Student student, long lessonVersionId) {
        long now = clock.instant().getEpochSecond();
        long until = (now + LIFE.toSeconds()) / STEP * STEP;
        var subject = student.id() + "." + lessonVersionId + "." + until;
        return "/files/" + subject + "." + signed(school, subject) + "/";
    }

    /// The version of a lesson whose files a token opens, if it does now.
    Optional<Long> lessonVersion(School school, String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 4 || !(parts[0] + parts[1] + parts[2]).matches("[0-9]{3,54}")) return Optional.empty();
        if (Long.parseLong(parts[2]) <= clock.instant().getEpochSecond()) return Optional.empty();
        var subject = parts[0] + "." + parts[1] + "." + parts[2];
        boolean good = secrets.signature("files").fits(school.id() + "|" + subject, parts[3]);
        return good ? Optional.of(Long.parseLong(parts[1])) : Optional.empty();
    }

    private String signed(School school, String subject) {
        return secrets.signature("files").of(school.id() + "|" + subject);
    }
}
