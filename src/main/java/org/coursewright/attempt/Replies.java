package org.coursewright.attempt;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.coursewright.platform.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What a browser hears back when it sent answers.
final class Replies {

    private Replies() {}

    /// Another tab has taken over.
    record Stale(String error, int epoch) {}

    /// Some answers fit no question.
    record Unfit(String error, List<Saving.Refused> refused, Saved saved) {}

    static ResponseEntity<?> of(Batch batch, Supplier<Optional<Saving.Outcome>> save) {
        if (!batch.fits()) return ResponseEntity.badRequest().build();
        var outcome = save.get().orElseThrow(NotFound::new);
        return of(batch, outcome).orElseGet(() -> ok(outcome.saved()));
    }

    /// What is wrong, if anything is.
    static Optional<ResponseEntity<?>> of(Batch batch, Saving.Outcome outcome) {
        if (outcome.saved().epoch() != batch.epoch()) return Optional.of(stale(outcome.saved().epoch()));
        if (outcome.refused().isEmpty()) return Optional.empty();
        return Optional.of(ResponseEntity.unprocessableContent()
                .cacheControl(CacheControl.noStore())
                .body(new Unfit("answers", outcome.refused(), outcome.saved())));
    }

    static ResponseEntity<?> stale(int epoch) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(new Stale("lease", epoch));
    }

    static ResponseEntity<?> ok(Object body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
