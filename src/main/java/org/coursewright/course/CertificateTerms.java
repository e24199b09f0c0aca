package org.coursewright.course;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a course asks for its certificate.
///
/// @param share of its lessons that must be done, in percent, 1 to 100
/// @param exam whether an exam must be passed as well
public record CertificateTerms(int share, boolean exam) {

    private static final Pattern PERCENT = Pattern.compile("([1-9]\\d?|100)\\s*%");

    /// Those of a course; empty where it gives no certificate.
    ///
    /// @param front of a version of it
    public static Optional<CertificateTerms> of(JsonNode front) {
        var rule = front.path("certificate");
        if (!rule.isObject()) return Optional.empty();
        var share = share(rule.path("lessons").asString("100%"));
        return Optional.of(new CertificateTerms(share.orElse(100), rule.path("exam").asString("").equals("pass")));
    }

    /// The number of `90%`; empty where it is no share of anything.
    static OptionalInt share(String written) {
        var percent = PERCENT.matcher(written.strip());
        return percent.matches() ? OptionalInt.of(Integer.parseInt(percent.group(1))) : OptionalInt.empty();
    }

    /// Whether enough is done; a course without lessons asks for what nobody can do.
    ///
    /// @param lessons that are live
    /// @param done how many of them the student has done
    public boolean isMet(long lessons, long done) {
        return lessons > 0 && done * 100 >= lessons * share;
    }
}
