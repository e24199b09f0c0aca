package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// A tab takes over an attempt, and learns how it stands.
@Controller
@OnSchool
class LeaseController {

    private final OwnAttempts attempts;
    private final Leases leases;
    private final States states;

    LeaseController(OwnAttempts attempts, Leases leases, States states) {
        this.attempts = attempts;
        this.leases = leases;
        this.states = states;
    }

    /// @param holder what the tab calls itself, 8 to 64 letters and digits
    record Claim(String holder) {}

    @PostMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/lease")
    ResponseEntity<State> create(School school, Student student, @PathVariable String code, @RequestBody Claim claim) {
        if (claim.holder() == null || !claim.holder().matches("[A-Za-z0-9-]{8,64}"))
            return ResponseEntity.badRequest().build();
        var lease = leases.take(school, student, code, claim.holder());
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(states.of(
                        school, attempt, lease.isPresent(), lease.map(Leases.Lease::previous).orElse("none")));
    }
}
