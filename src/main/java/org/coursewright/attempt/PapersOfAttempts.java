package org.coursewright.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Which paper an attempt has: that never changes, so that each save need not ask.
@Component
class PapersOfAttempts {

    private static final int MOST = 20_000;

    private final OwnAttempts attempts;
    private final Papers papers;
    private final Cache<Key, Long> forms = Caffeine.newBuilder().maximumSize(MOST).build();

    PapersOfAttempts(OwnAttempts attempts, Papers papers) {
        this.attempts = attempts;
        this.papers = papers;
    }

    /// @return empty where this student has no such attempt
    Optional<Paper> find(School school, Student student, String code) {
        var key = new Key(school.id(), student.id(), code);
        var form = forms.getIfPresent(key);
        if (form != null) return Optional.of(papers.get(school, form));
        return attempts.find(school, student, code).map(attempt -> {
            forms.put(key, attempt.formId());
            return papers.get(school, attempt.formId());
        });
    }

    private record Key(long school, long student, String code) {}
}
